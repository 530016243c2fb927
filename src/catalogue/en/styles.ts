/** Problems of citation styles. */
export const styleMessages = {
  "style.unreadable": "This is not a readable CSL style.",
  "style.unreadable-remedy": "Get a fresh copy of it, or take it out of the folder.",
  "style.dependent": "This style only refers to another one, whose rules it shares.",
  "style.dependent-remedy": "Put the file of that style here.",
  "style.no-citation": "This style does not say how to cite a work.",
  "style.untypable": "The name of a style is the name of its file, and this one cannot be typed.",
  "style.untypable-remedy":
    "Rename the file: at most 40 lower-case letters, digits, points and hyphens.",
  "style.name-taken": "One of Ibid’s own formats has this name.",
  "style.name-taken-remedy": "Rename the file.",
  "style.language": "This style is in the language `{tag}`, whose terms Ibid does not have.",
  "style.language-remedy":
    'Write `default-locale="en-US"` into its first element, or take it out of the folder.',
  "style.missing-macro": "This style uses a macro `{name}` that it does not define.",
  "style.missing-macro-remedy": "Add the macro, or get a fresh copy of the style.",
  "style.missing": "This file does not exist, or Ibid does not have permission to read it.",
  "style.missing-remedy": "Put it back, or grant read permission.",
} as const;
