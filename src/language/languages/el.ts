import { fold } from "../fold.ts";
import type { LanguageProfile } from "../language-profile.ts";

export const GREEK: LanguageProfile = {
  tags: ["el"],
  oramaName: "greek",
  // The list has no accents and no final sigma.
  normalizeStopWord: (word) => fold(word).replace(/ς$/, "σ"),
  contrasts: "αλλά όμως ωστόσο μα",
  negations: "δεν δε μη μην όχι χωρίς κανείς κανένας καμία τίποτα τίποτε ποτέ ουδέποτε ούτε",
  rejections:
    "ψευδ* ψεμα* ψέμα* υποτιθεμεν* υποτιθέμεν* αμφίβολ* αμφιβολ* απόκρυφ* διαψευσ* διάψευσ* παράφρασ* σάτιρ* παρωδία* ειρων* φήμη φήμες παραπληροφόρηση ανοησί* πλαστ* κατασκευασμέν* επινοημέν* λανθασμέν* αναληθ* ψεύτικ* ψεύδ*",
  denials: "σπάνια αρνήθηκ* αρνείται απέρριψ* απαγόρευ* απέφυγ* αμφέβαλ* αδύνατ*",
  emphasisRemark:
    "(?:(?:η|οι|τα) )?(?:έμφαση|πλάγια|υπογράμμιση|υπογραμμίσεις)(?: (?:είναι))? (?:δικ[ήά] (?:μου|μας)|στο πρωτότυπο|του συγγραφέα|προστέθηκε)",
  quotingRemark: String.raw`(?:(?:η )?μετάφραση|μτφρ\.) (?:δική (?:μου|μας)|του συγγραφέα)|έτσι στο πρωτότυπο`,
  citation: {
    pages: "σ σσ σελ σελίδα",
    locators: "κεφ στ στίχος άρθρο σημ τ",
    connectives: "βλ πρβλ στο",
    backReferences: String.raw`ό\. ?π|στο ίδιο`,
  },
  nameWords: "και του της",
  sourceWords: "πηγή πηγές σύνδεσμος",
};
