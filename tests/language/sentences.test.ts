import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceStarts } from "../../src/language/sentences.ts";
import { runs } from "../thoroughness.ts";

/** Returns a text with “|” before each sentence but the first. */
function markSentences(text: string, language: string): string {
  const starts = sentenceStarts(text, language);
  return starts.map((start, index) => text.slice(start, starts[index + 1])).join("|");
}

function expectSentences(language: string, sentences: string) {
  expect(markSentences(sentences.replaceAll("|", ""), language)).toBe(sentences);
}

describe("a text is split where its sentences begin", () => {
  test.each([
    // titles and other abbreviations
    ["en", "We met Mr. Hale. |He knew Mrs. Rowe and Dr. Finch."],
    ["en", "Gen. Park wrote to Col. Smith. |Nobody answered."],
    ["en", "She lives in St. Ives. |The house is small."],
    ["en", "Lamps, oil, etc. were bought. |Then we slept."],
    ["en", "We need rope, oil, etc. |The boat leaves at noon."],
    ["en", "Take a light, e.g. Hale’s lamp. |Leave the rest."],
    ["en", "The keeper, i.e. Tom, slept. |It was Hale vs. Rowe."],
    ["en", "It was sold to Henry Rowe Jr. |He paid at once."],
    // letters with full stops
    ["en", "He returned to the U.S. |The ship stayed."],
    ["en", "The U.S. President wrote to the D.P.R.K. Chairman. |Both replied."],
    ["en", "The talks in the D.P.R.K. were short. |They ended well."],
    ["en", "J. F. Kennedy spoke. |Nobody slept."],
    ["en", "A letter from J. R. Hale came. |It was short."],
    ["en", "We rose at 6 a.m. |They came at 7 p.m. and left."],
    ["en", "He came at 6 a.m. Monday. |It rained."],
    // numbers and dates
    ["en", "Read No. 10 first. |Then read Nos. 11 and 12."],
    ["en", "Did he come? |No. |He slept."],
    ["en", "On Aug. 5, 2019 he wrote. |On Sept. 6 he slept."],
    ["en", "It rose by 1.5 metres to 3.25. |Nobody knew why."],
    ["en", "It ended in 2019. |12 men stayed."],
    ["en", "See p. 10 and vol. 2. |Fig. 3 shows it."],
    // Roman numerals
    ["en", "The palace was built by Louis XIV. |The garden came later."],
    ["en", "II. The lamp was lit. |III. The lamp went out."],
    ["en", "It was the end of World War II. |Britain was tired."],
    // ellipses
    ["en", "He waited… |The door opened."],
    ["en", "He waited… and left. |It rained."],
    ["en", "The keeper . . . slept. |It rained."],
    ["en", "He told the … President of it. |He slept."],
    ["en", "The light failed. . . . |The ship was lost."],
    ["en", "The light failed.... |The ship was lost."],
    ["en", "… The light failed. |It was dark."],
    ["en", "He left. |[…] The light failed."],
    // quotations
    ["en", "“Is it so?” asked he. |“It is.” |They left."],
    ["en", '"Is it so?" asked he. |"It is," said Tom. |They left.'],
    ["en", "He said: “Stop.” |Then he left."],
    ["en", "“Stop!” he cried. |“Go on.”"],
    ["en", "“Is it you? |I thought so.” |He smiled."],
    // parentheses and brackets
    ["en", "It was late (see Dr. Hale’s log). |We slept."],
    ["en", "We slept. |(It was late.) |Then we woke."],
    ["en", "Who came (was it Tom?) that night? |Nobody knows."],
    ["en", "He wrote [to Mr. Hale]. |She did not."],
    // lists, verse, addresses
    ["en", "1. Trim the wick. |2. Fill the lamp."],
    ["en", "- Trim the wick.\n|- Fill the lamp"],
    ["en", "The sea is wide,\n|the light is small,\n|Mr.\n|Hale sleeps."],
    ["en", "See https://example.org/a.b?Q=1!x for it. |Then write."],
    ["en", "It stands at www.example.org. |Read it."],
    // Korean
    ["ko", "훈련을 시작하였다. |그는 《로동신문》을 읽었다. |정말인가? |그렇다!"],
    ["ko", "그는 “좋다.”라고 말하였다. |모두 웃었다."],
    ["ko", "그는 “좋다.” 라고 말하였다. |모두 웃었다."],
    ["ko", "2018. 6. 12. 싱가포르에서 만났다. |그 뒤에 헤여졌다."],
    ["ko", "책은 《인간의 권리.》이다. |J. 케네디가 말하였다."],
    // Japanese and Chinese
    ["ja", "船が来た。|灯をともした！|誰だろう？|わからない。"],
    ["ja", "彼は「行く。」と言った。|雨が降った。"],
    ["zh", "船来了。|灯亮了！|是谁？|没有人知道。"],
    ["zh", "他读了《海与灯》。|天亮了。"],
    // German
    ["de", "Er kaufte z. B. Öl und Garn. |Dann ging er."],
    ["de", "Am 5. August 2019 schrieb er. |Das war spät."],
    ["de", "Es regnet, d. h. Boote bleiben hier. |Wir warten."],
    ["de", "„Kommst du?“ fragte er. |„Nein.“ |Sie ging."],
    ["de", "Siehe Nr. 5 und Abs. 3 des Buches. |Hr. Hahn kennt es."],
    ["de", "Der 2. Leuchtturm steht noch. |Friedrich II. König von Norden baute ihn."],
    ["de", "Er kaufte Öl, Garn usw. |Dann ging er."],
    // French
    ["fr", "« Venez ! » dit-il. |Elle partit."],
    ["fr", "Il cria : « Venez ! » |Elle partit."],
    ["fr", "M. Dupont et Mme Roche dorment. |Il pleut."],
    ["fr", "C’était en 50 av. J.-C. |Les navires brûlaient."],
    ["fr", "Est-ce vrai ? |Personne ne sait, p. ex. Pierre."],
  ])("%s: %s", expectSentences);
});

describe("texts of all kinds are split where a reader would split them", () => {
  test.each([
    ["en", "Capt. Lowe of the H.M.S. Heron wrote twice. |No answer came."],
    ["en", "Prof. A. B. Finch left at 5 p.m. |His coat stayed."],
    ["en", "Who said “Stop!” to Tom? |Rowe did."],
    ["en", "The boat (built in 1902) sank. |“We swam,” she wrote. |“It was cold.”"],
    ["en", "It cost $3.50 in Jan. 1950. |Prices rose."],
    ["en", "See Art. 5 of the rules. |He studied art. |Rowe did not."],
    ["en", "George III. was king; Henry VIII. |He had six wives."],
    ["en", "Smith et al. 2019 disagree. |So do I. |They know it."],
    ["en", "Mail keeper@light.example.org today. |Version 2.0.1 is out."],
    ["en", "Rowe & Co. sold it. |Hale Ltd. |They bought it."],
    ["en", "He asked, ‘Why now?’ and sat. |‘Because,’ she said."],
    ["en", "“I saw Mr. Hale.” |“Where?” |“In St. Ives.”"],
    ["en", "They met in Washington, D.C. |Nobody was hurt."],
    ["en", "Well... perhaps. |But why? ... |Nobody knew."],
    ["en", "(a) Trim it. |(b) Fill it."],
    ["en", "The ship left the U.S. on Friday. |Did it return? |It did."],
    ["en", "Relations between the U.S. and the D.P.R.K. improved. |The U.S. then sent food."],
    ["en", "The U.N. Security Council met. |Its members disagreed."],
    ["en", "Mr. Lowe’s letter of Dec. 24, 2018, was short. |Chairman Finch’s was long."],
    ["en", "The doctor said, “Rest.” |(He meant it.) |Nobody did."],
    ["en", "She arrived at 9:30 a.m. on 3 May. |By 10 a.m. she had gone."],
    ["en", "It begins at 8 p.m. |Bring a lamp."],
    ["en", "W. E. B. Rowe and T. S. Lowe met. |They talked."],
    ["en", "“I thought …” she began. |“So did I.”"],
    ["en", "It was -3.5 °C at 7.30 p.m. |Snow fell."],
    ["en", "Is this the end?! |No!! |It goes on…"],
    ["en", "He quoted Lt. Gen. Ross (ret.) and Adm. Grey. |They agreed."],
    ["en", "The firm, Rowe Inc., paid $1,200.00 in full. |The rest is known."],
    ["en", "See also chap. 4, pp. 12–15. |Note 3 disagrees."],
    ["en", "He holds a Ph.D. in law. |His sister has an M.A. |She teaches."],
    ["en", "“Go!” |“Where?” |“Home.”"],
    ["en", "He read ‘The Lamp.’ |Then he slept."],
    ["en", "It was a gem. |Hale sold it."],
    ["en", "W. A. (Bill) Rowe came. |He sat."],
    ["en", "He came at 6 p.m. Eastern time. |Then at 7 p.m. Rowe left."],
    ["en", "Call at No. 5 Mill Lane at 10.15 a.m. Tuesday. |Knock twice."],
    ["en", "See sec. (b) of the rules. |Fill it."],
    ["en", "Trim it. |(It was late.) |Sleep."],
    ["en", "Article 1. All keepers are free. |Article 2. No lamp is private."],
    ["en", "He slept in Part 2. |The end was near."],
    ["en", "“Somebody slept.” |—Rowe"],
    ["en", "The report [by Mr. Finch] was read. |[It was short.] |All left."],
    ["en", "He saw the U.S. [sic] flag. |It waved."],
    ["en", "He asked why. … |Rowe slept."],
    ["en", "Who came? … |Rowe came."],
    ["ko", "그는 《등대.》를 썼다. |“왜?”라고 물었다. |대답은 없었다…"],
    ["ko", "제1조. 모든 사람은 자유롭다. |그는 U.S. 대통령을 만났다."],
    ["ko", "김 위원장은 2018년 4월 27일에 왔다. |회담은 오전 9시 30분에 시작되였다."],
    ["ko", "그는 “가자!”고 웨쳤다. |(아무도 대답하지 않았다.) |밤이 왔다."],
    ["ko", "값은 3.5% 올랐다. |왜 올랐는가? |아무도 모른다."],
    ["ko", "『바다.』를 읽은 사람은 누구인가? |J. R. 헤일이다."],
    ["ko", "그는 오전 9시에 왔다. |『등대』가 있었다."],
    ["ja", "「何だ？」と聞いた。|「船だ。」|皆が走った。"],
    ["ja", "午前9時30分に着いた。|「遅い！」と彼女が叫んだ。|誰もいなかった。"],
    ["ja", "彼は「本を読む。|本は友だ。」と書いた。|私は笑った。"],
    ["ja", "船は沈んだ（1902年のことだ。）。|灯は残った。"],
    ["ja", "本当ですか？|はい、そうです。|……よかった。"],
    ["ja", "価格は3.5％上がった。|U.S.スチールが買った。"],
    ["ja", "船が来た。|「灯」という船だ。"],
    ["ja", "『海。』と『灯。』を読んだ。|A君も読んだ。"],
    ["ja", "「行く。」（『海』5頁）と書いてある。|雨が降った。"],
    ["zh", "他说：“我来了。”|她笑了。"],
    ["zh", "“你是谁？”他问。|没有人回答。"],
    ["zh", "会议于2018年6月12日上午9时开始。|双方签署了文件。"],
    ["zh", "《灯与海》（第2卷）很长！|真的吗？|真的。"],
    ["zh", "“我来了。”|她笑了。"],
    ["zh", "他说：“走吧！”|“好。”|两人走了。"],
    ["zh", "“船来了。”她说道。|“真的？”他问，“在哪里？”"],
    ["de", "Am 1. Mai, dem 3. Tag, kam u. a. Herr Vogt. |Alle sangen."],
    ["de", "Dr. Hahn wohnt in der Hafenstr. 5 seit 1990. |Er ist alt."],
    ["de", "»Halt!«, rief sie. |»Wer ist da?« |Niemand sprach."],
    ["de", "Prof. Dr. Weiß kam um 8.30 Uhr. |Um 9 Uhr ging er."],
    ["de", "„Ich komme.“ |Sie wartete. |„Wo bist du?“, rief er."],
    ["de", "Das gilt gem. § 3 Abs. 2 Satz 1. |Mehr steht nicht darin."],
    ["de", "Im 19. Jahrhundert (ca. 1850) baute man ihn. |Er steht noch."],
    ["de", "Karl Voss (geb. 1842) schrieb viel. |J. W. Hahn schrieb mehr."],
    ["de", "»Nein«, sagte er. |›Ja‹ sagte sie nicht."],
    ["de", "Er las das »Buch.« |Dann schlief er."],
    ["de", "Anna Vogt (geb. Hahn) kam. |Sie blieb."],
    ["de", "Er las z. B. Die Lampe. |Dann schlief er."],
    ["de", "Siehe Kapitel 3. |Dort steht es am 3. Tag."],
    ["fr", "Il vit le n° 5, art. 3. |Mlle Roche lut « Le Phare. » |Puis elle dormit."],
    ["fr", "« Qui est là ? » demanda M. Blanc. |« Moi… »"],
    ["fr", "M. Roche arriva à 9 h 30. |« Entrez », dit Mme Blanc."],
    ["fr", "Le Dr Martin lut l’art. 12, al. 3. |Il se tut… |Puis il sortit."],
    ["fr", "« Je viens. » |Elle attendit. |« Où es-tu ? » cria-t-il."],
    ["fr", "Puis M. Le Roux vint. |Il lut « Le Phare. » |« Encore ! »"],
    ["fr", "Ainsi parla P. Blanc. |Elle partit."],
    ["es", "El Sr. Rojo vino. |¿Quién es? |¡Nadie! |La Sra. Luz duerme."],
    ["es", "La Sra. Ruiz y el Dr. Paz viven en EE. UU. desde 1990. |¿Por qué? |Nadie lo sabe."],
    ["es", "Llegó a las 9 a. m. y se fue. |«Adiós», dijo."],
    ["es", "—¿Vienes? —preguntó Ana. |—No."],
    ["es", "Ud. debe leer la pág. 12. |Allí está todo."],
    ["es", "¡Qué frío! |¡Cierra la puerta, por favor!"],
    ["es", "—Vamos. |—Ana se levantó—. |Ya es tarde."],
    ["es", "Volvió de EE. UU. |El barco se quedó."],
    ["ru", "А. С. Белов пришёл. |Он молчал. |Было 5 ч. утра."],
    ["ru", "В 1990 г. он уехал в США. |Там жил его брат."],
    ["ru", "А. Н. Белов родился в 1828 г. |Он писал много."],
    ["ru", "«Кто там?» — спросил он. |Никто не ответил."],
    ["ru", "Это было в XIX в., т. е. давно. |См. стр. 5 и рис. 2."],
    ["ru", "Он сказал: «Иду». |Она ждала… |Потом ушла."],
    ["es", "La carta del Sr. Bueno llegó. |Nadie la leyó."],
    ["es", "Vive en la Av. Sol, núm. 5. |Lee mucho, p. ej. El Faro."],
    ["ru", "Его учил проф. Белов. |См. Белова, гл. 3, напр. Море."],
    ["ru", "Он жил на ул. Мира, д. 5. |Потом уехал."],
  ])("%s: %s", expectSentences);

  // These depend on the meaning, not on the characters.
  test.fails.each([
    ["zh", "an ellipsis may also be within a sentence", "没有。|风很大……|船走了。"],
    ["ja", "a reference may also begin a sentence", "「行く。」（『海』5頁）|雨が降った。"],
  ])("%s: but %s: %s", (language, _, sentences) => expectSentences(language, sentences));
});

test("the sentences of any text, joined, are the text", () => {
  const piece = fc.constantFrom(
    ..."Mr. U.S. No. 10 XIV. The he … ... . ? ! ” “ » « ( ) 훈련. 。 」と 5. Aug. 🙂 \ud83d".split(
      " ",
    ),
    " ",
    "\n",
    "\u00a0",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("en", "de", "ko", "ja", "fr"), (any, language) => {
      const starts = sentenceStarts(any, language);
      expect(starts[0] ?? 0).toBe(0);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      expect(starts.every((start) => start === 0 || start < any.length)).toBe(true);
      expect(starts.map((start, at) => any.slice(start, starts[at + 1])).join("")).toBe(any);
    }),
    { numRuns: runs(300) },
  );
});
