/** The names of the fields of an e-mail’s header in the languages of mail programs, as sources of regular expressions. */
export const MAIL_FIELDS = {
  from: "from|von|de|da|van|från|fra|od|от|보낸 ?사람|差出人|发件人|寄件者",
  to: "to|an|à|para|aan|till|til|do|кому|받는 ?사람|宛先|收件人|收件者",
  date: "date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|verzonden|skickat|sendt|дата|отправлено|보낸 ?날짜|날짜|日時|送信日時|日期|发送时间",
  subject:
    "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|제목|件名|主题|主旨",
} as const;

/** The line above a message that a program repeats below the answer to it. */
export const REPEATED_MESSAGE =
  /^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d[’']origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение|원본 ?메[시세]지|元のメッセージ|原始邮件)\s*-{2,}$/iu;
