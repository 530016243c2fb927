// Everything that the page says of its own, besides the text of index.html: where Discord says the same, in
// Discord's words.

/** The words for parts of messages. */
export const MESSAGE_WORDS = {
  sending: "Sending command…",
  failed: "This interaction failed",
  dismiss: "Dismiss message",
  onlyYou: "Only you can see this · ",
  select: "Make a selection",
  embed: "an embed",
  /** @param {number} type */
  component: (type) => `a component of type ${type}`,
  /** @param {string} what */
  unsupported: (what) => `This page cannot draw ${what}.`,
};

/** The words of the welcome. */
export const WELCOME_WORDS = {
  /**
   * @param {string | undefined} title
   * @param {number} documents
   */
  corpus: (title, documents) => {
    const count = documents === 1 ? "1 document" : `${documents.toLocaleString("en")} documents`;
    return title === undefined
      ? `Here it answers from ${count}.`
      : `Here it answers from “${title}”: ${count}.`;
  },
  /** @type {Readonly<Record<string, string>>} */
  kinds: {
    letter: "A letter",
    document: "A document",
    topic: "A topic",
    words: "Words, wherever they are",
    "true-quotation": "A true quotation, verified",
    "false-quotation": "A false one, found out",
  },
};

/** The words of a form. */
export const FORM_WORDS = { submit: "Submit", cancel: "Cancel" };

/** The reasons why a line is not sent. The first argument is the name of the command or the option. */
export const LINE_PROBLEMS = {
  /**
   * @param {string} command
   * @param {string} text
   */
  stray: (command, text) => `“${text}” belongs to no option of /${command}.`,
  /** @param {string} name */
  missing: (name) => `${name}: This option is required. Specify a value.`,
  /** @param {string} name */
  empty: (name) => `${name}: This option needs a value.`,
  /**
   * @param {string} name
   * @param {number} min
   * @param {number} max
   */
  length: (name, min, max) => `${name}: The value must have ${min} to ${max} characters.`,
  /**
   * @param {string} name
   * @param {number} min
   * @param {number} max
   */
  range: (name, min, max) => `${name}: The value must be a number from ${min} to ${max}.`,
  /** @param {string} name */
  flag: (name) => `${name}: The value must be true or false.`,
  /** @param {string} name */
  kind: (name) => `${name}: This page has no options of this kind.`,
  /** @param {string} name */
  choice: (name) => `${name}: Choose one of the suggested values.`,
};
