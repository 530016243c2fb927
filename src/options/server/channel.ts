import type { LabelKey } from "../../catalogue/catalogue.ts";
import { optionError } from "../../command/option-types.ts";
import type { Option } from "../../command/types.ts";
import { isPlace, type Place } from "../../keeping/kept.ts";

/** A channel as Discord writes it in a message, or its id. */
const MENTION = /^(?:<#)?(\d{1,20})>?$/;

/** Declares an option for a channel of the server, with what the user and the bot may do there. */
export function channel(description: LabelKey): Option<Place> {
  return {
    type: "channel",
    description,
    required: true,
    hidden: false,
    expects: { kind: "channel" },
    defaultValue: undefined,
    parse(given, { asker }) {
      if (isPlace(given)) return { value: given };
      if (typeof given !== "string" || given.trim() === "") return undefined;
      // Only of the channel in which the command is used are the rights known without Discord’s list.
      const id = MENTION.exec(given.trim())?.[1];
      const { place } = asker;
      if (place !== undefined && place.id === id) return { value: place };
      return optionError({ kind: "channel-not-chosen", typed: given });
    },
  };
}

/** Declares an option for a channel of the server, or for the id of one that was chosen before. */
export function channelOrId(description: LabelKey): Option<Place | Pick<Place, "id">> {
  return {
    ...channel(description),
    defaultValue: undefined,
    parse(given) {
      if (isPlace(given)) return { value: given };
      const id = typeof given === "string" ? MENTION.exec(given.trim())?.[1] : undefined;
      return id === undefined ? undefined : { value: { id } };
    },
  };
}
