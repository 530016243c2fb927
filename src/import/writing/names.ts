/** Words within a name that have no capital letter. */
const SMALL =
  /^(?:a|an|and|at|auf|da|das|de|del|della|den|der|des|di|die|do|dos|du|e|el|en|et|et?c|für|in|la|le|les|of|on|or|the|to|u|und|van|vom|von|y|zu|zum|zur)$/iu;

const ROMAN = /^(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})\W*$/;

/** Returns a text in capitals as a name is written: “Eleonore von Breuning”. Other texts stay as they are. */
export function nameFromCapitals(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  let isFirst = true;
  return text.replace(/[\p{L}\p{M}]+(?:[’'](?=\p{L}{2}))?/gu, (word, offset: number) => {
    const isInitial = /^[\p{L}]\.$/u.test(text.slice(offset, offset + 2)) && word.length === 1;
    const wasFirst = isFirst;
    isFirst = false;
    if (isInitial || ROMAN.test(word)) return word;
    if (!wasFirst && SMALL.test(word) && !/^\./.test(text.slice(offset + word.length))) {
      return word.toLowerCase();
    }
    return word.charAt(0) + word.slice(1).toLowerCase();
  });
}
