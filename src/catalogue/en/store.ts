/** The messages about the store: for users who want something kept, and for the operator. */
export const storeMessages = {
  "store.off": "Nothing is kept here: Ibid’s operator has turned the store off.",
  "store.unreachable":
    "Ibid’s store cannot be reached right now. Try again in a moment. If that goes on, its operator should look.",
  "store.locked": "Ibid’s store is in use by another program. Try again in a moment.",
  "store.full":
    "Ibid’s store cannot keep anything right now, because the disk is full or cannot be written. Nothing was changed. Its operator has to make room.",
  "store.newer":
    "Ibid’s store was written by a newer version of Ibid. The operator has to update this one.",
  "store.damaged": "Ibid’s store is damaged. Its operator has to restore a backup.",
  "store.contended":
    "Others were changing the same at this moment, so nothing was changed. Try again.",
  "store.usage":
    "Usage:\n  {start} backup FILE   write everything that is kept to a file\n  {start} restore FILE  replace everything that is kept by what such a file has",
  "store.backed-up":
    "{file} has everything that is kept: {servers, plural, one {# server} other {# servers}}, {users, plural, one {# user} other {# users}}.",
  "store.restored":
    "Everything that is kept is now as in {file}: {servers, plural, one {# server} other {# servers}}, {users, plural, one {# user} other {# users}}.",
  "store.no-backup":
    "{file} is not a backup that `store backup` has written. Nothing was changed. Name one that it has written.",
  "store.other-version":
    "{file} was written by another version of Ibid, with other tables. Restore it with that version, and update afterwards. Nothing was changed.",
  "store.file-failed": "{file} could not be used: {reason}",
} as const;
