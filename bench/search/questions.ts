import type { Library } from "../../src/search/library.ts";
import { searchableText } from "../../src/search/search-entry.ts";
import { mean, reciprocalRank } from "./metrics.ts";

const TOP = 10;

/** A question in a user's words, and words of the text that answers it. */
export interface Question {
  readonly question: string;
  readonly answer: string;
}

/** Questions about the corpus that ships with Ibid. */
export const LETTER_QUESTIONS: readonly Question[] = [
  { question: "what did he say about the drills?", answer: "military actions of your side" },
  { question: "Why did Trump call off the June meeting?", answer: "Trump cancels the meeting" },
  {
    question: "Did Kim complain about President Moon?",
    answer: "excessive interest President Moon",
  },
  {
    question: "Who wanted South Korea left out of the talks?",
    answer: "without South Korea’s president",
  },
  {
    question: "What was Kim angry about in his last letter?",
    answer: "protests against the joint exercises",
  },
  { question: "which letter brought birthday wishes to Kim?", answer: "Birthday wishes to Kim" },
  {
    question: "What did Trump say about the remains of the soldiers?",
    answer: "return of soldiers’ remains",
  },
  {
    question: "Where was the second summit supposed to be held?",
    answer: "proposes places for the second summit",
  },
  {
    question: "Does any letter mention the end of the war?",
    answer: "no declaration has yet ended the war",
  },
  {
    question: "how did Trump invite Kim to the border?",
    answer: "A formal invitation to meet at the border",
  },
  { question: "What did Trump write after Hanoi failed?", answer: "after the Hanoi summit failed" },
  {
    question: "Whom did Trump want to send as negotiator?",
    answer: "vouches for Pompeo as his negotiator",
  },
  { question: "Why are two letters by Kim not identified?", answer: "That leaves two by Kim" },
  { question: "Which letters were already public in 2018?", answer: "letters were public in 2018" },
  {
    question: "when were the exercises of August 2019?",
    answer: "staff training from 5 to 8 August",
  },
  {
    question: "What did Kim write on Trump's birthday?",
    answer: "congratulates Trump on his birthday",
  },
  {
    question: "how long did it take Kim to answer after Hanoi?",
    answer: "Kim’s answer came 80 days later",
  },
  {
    question: "Did the photographs of Panmunjom reach Kim?",
    answer: "letter thanks Trump for photographs",
  },
  {
    question: "how did newspapers in America treat Kim after Singapore?",
    answer: "how favourably the press at home",
  },
  {
    question: "Is the Korean original of these letters published?",
    answer: "The original of the letter is not published",
  },
];

/** Questions about the Federalist Papers. */
export const FEDERALIST_QUESTIONS: readonly Question[] = [
  { question: "What would happen if men were angels?", answer: "If men were angels" },
  { question: "What does he mean by a faction?", answer: "By a faction, I understand" },
  {
    question: "How can the mischiefs of faction be cured?",
    answer: "two methods of curing the mischiefs of faction",
  },
  {
    question: "Why is the judiciary the weakest of the three branches?",
    answer: "least dangerous to the political rights",
  },
  {
    question: "why should judges hold their offices during good behavior?",
    answer: "permanency in office",
  },
  {
    question: "who should have the power to pardon traitors?",
    answer: "seasons of insurrection or rebellion",
  },
  {
    question: "What did he say about a bill of rights being dangerous?",
    answer: "would even be dangerous",
  },
  {
    question: "Why did the ancient republics of Greece have no standing armies?",
    answer: "did not standing armies spring up",
  },
  {
    question: "Why was the importation of slaves allowed until 1808?",
    answer: "prohibiting the importation of slaves had not been postponed",
  },
  {
    question: "Are titles of nobility forbidden?",
    answer: "absolute prohibition of titles of nobility",
  },
  { question: "how is the vice president to be chosen?", answer: "Vice-President is to be chosen" },
  {
    question: "What is the difference between a democracy and a republic?",
    answer: "two great points of difference between a democracy and a republic",
  },
  {
    question: "why does the executive need energy?",
    answer: "Energy in the Executive is a leading character",
  },
  {
    question: "What did Montesquieu think of the Lycian confederacy?",
    answer: "it would be that of Lycia",
  },
  {
    question: "Could the President become a king like that of Great Britain?",
    answer: "king of Great Britain",
  },
  {
    question: "what keeps the different departments of government from encroaching on each other?",
    answer: "Ambition must be made to counteract ambition",
  },
  {
    question: "Does a larger society make oppression by a majority less likely?",
    answer: "Extend the sphere",
  },
  {
    question: "Why do farmers dislike taxes on their land and houses?",
    answer: "pockets of the farmers",
  },
  {
    question: "Did Athens suffer from popular assemblies made of wise men?",
    answer: "Had every Athenian citizen been a Socrates",
  },
  { question: "what is the first object of government?", answer: "first object of government" },
];

/** Returns MRR@10 of the answers among the hits as `/search` lists them: passages, then everything else. */
export function meanAnswerRank(library: Library, questions: readonly Question[]): number {
  return mean(
    questions.map(({ question, answer }) => {
      const hits = [["passage"], ["note", "document", "event"]] as const;
      const texts = hits.flatMap((kinds) =>
        library.search(question, {}, { kinds, limit: TOP }).hits.map(searchableText),
      );
      const found = texts.map((text) => text.replace(/\s+/g, " ").toLowerCase());
      const isAnswer = (text: string) => text.includes(answer.toLowerCase());
      return reciprocalRank(found, new Set(found.filter(isAnswer)), TOP);
    }),
  );
}
