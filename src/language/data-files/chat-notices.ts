/**
 * Sentences of WhatsApp that have the place of a deleted message, in lower case and without the point at the end. A message
 * that is exactly one of them is none of its author's.
 */
export const DELETED_MESSAGES: ReadonlySet<string> = new Set([
  "this message was deleted",
  "you deleted this message",
  "diese nachricht wurde gelöscht",
  "du hast diese nachricht gelöscht",
  "ce message a été supprimé",
  "vous avez supprimé ce message",
  "se eliminó este mensaje",
  "este mensaje fue eliminado",
  "eliminaste este mensaje",
  "questo messaggio è stato eliminato",
  "hai eliminato questo messaggio",
  "essa mensagem foi apagada",
  "esta mensagem foi apagada",
  "mensagem apagada",
  "você apagou esta mensagem",
  "dit bericht is verwijderd",
  "сообщение удалено",
  "данное сообщение удалено",
  "вы удалили данное сообщение",
  "삭제된 메시지입니다",
  "이 메시지를 삭제했습니다",
  "このメッセージは削除されました",
  "此消息已被删除",
]);

/** The notes of WhatsApp in angle brackets after a message that was edited, in lower case. */
export const EDITED_MESSAGES: ReadonlySet<string> = new Set([
  "this message was edited",
  "diese nachricht wurde bearbeitet",
  "ce message a été modifié",
  "se editó este mensaje",
  "este mensaje fue editado",
  "questo messaggio è stato modificato",
  "mensagem editada",
  "esta mensagem foi editada",
  "dit bericht is bewerkt",
  "сообщение изменено",
]);
