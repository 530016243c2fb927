// The numbers of Discord’s protocol that the page uses. Sources:
// https://docs.discord.com/developers/interactions/receiving-and-responding and
// https://docs.discord.com/developers/components/reference. The compiler checks them against Discord’s types.

export const CHAT_INPUT = 1;
export const MESSAGE_COMMAND = 3;

export const APPLICATION_COMMAND = 2;
export const MESSAGE_COMPONENT = 3;
export const AUTOCOMPLETE = 4;
export const FORM_SUBMISSION = 5;

export const NEW_MESSAGE = 4;
export const UPDATE_MESSAGE = 7;
export const CHOICES = 8;
export const FORM = 9;

export const SUBCOMMAND = 1;
export const STRING = 3;
export const INTEGER = 4;
export const BOOLEAN = 5;
export const CHANNEL = 7;
export const NUMBER = 10;

export const ACTION_ROW = 1;
export const BUTTON = 2;
export const STRING_SELECT = 3;
export const TEXT_INPUT = 4;
export const CHANNEL_SELECT = 8;
export const SECTION = 9;
export const TEXT_DISPLAY = 10;
export const FILE = 13;
export const SEPARATOR = 14;
export const CONTAINER = 17;
export const LABEL = 18;
export const RADIO_GROUP = 21;

export const LINK_BUTTON = 5;
export const PREMIUM_BUTTON = 6;

export const EPHEMERAL = 1 << 6;
