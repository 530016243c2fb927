import { type APIMessage, ChannelType, PermissionFlagsBits } from "discord-api-types/v10";

/** A channel of the tests’ Discord. */
export interface FakeChannel {
  readonly id: string;
  readonly guild: string;
  readonly type?: ChannelType;
  /** The rights of the bot there; by default, all that the link with which it is invited asks for. */
  readonly permissions?: bigint;
  /** The tags of a forum. */
  readonly tags?: readonly {
    readonly id: string;
    readonly name: string;
    readonly moderated?: boolean;
  }[];
  readonly requiresTag?: boolean;
}

export interface PostedMessage {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string | undefined;
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** The name of the post of which it is the first message. */
  readonly name?: string;
}

export interface PostedThread {
  readonly id: string;
  readonly parent: string;
  readonly guild: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** A refusal of Discord’s. */
export interface Refused {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Thrown where Discord refuses a request. */
export class ChannelRefusal extends Error {
  readonly refused: Refused;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.refused = { status, code, message };
  }
}

const { ViewChannel, SendMessages, AttachFiles, CreatePublicThreads, SendMessagesInThreads } =
  PermissionFlagsBits;
export const INVITED =
  ViewChannel | SendMessages | AttachFiles | CreatePublicThreads | SendMessagesInThreads;

const THREADED: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** The first moment of Discord’s ids. */
const EPOCH = 1_420_070_400_000n;

interface ChannelOptions {
  /** The clock of Discord. */
  readonly now: () => number;
  /** How long a nonce is remembered, in milliseconds. */
  readonly nonceMemory?: number;
}

/** The channels of the tests’ Discord, with all that is posted there. */
export function createFakeChannels({ now, nonceMemory = 180_000 }: ChannelOptions) {
  const channels = new Map<string, FakeChannel>();
  const messages: PostedMessage[] = [];
  const threads = new Map<string, PostedThread>();
  const kicked = new Set<string>();
  const communities = new Map<string, string>();
  const nonces = new Map<string, PostedMessage>();
  const deleted = new Set<string>();
  /** The ids of the messages that answer interactions, and their channels. */
  const answers = new Map<string, string>();
  let used = 0n;
  let count = 0n;

  function newId(): string {
    count += 1n;
    return String(((BigInt(now()) - EPOCH) << 22n) | (count & 0x3f_ffffn));
  }

  function channelOf(id: string): FakeChannel {
    const channel = channels.get(threads.get(id)?.parent ?? id);
    if (channel === undefined) throw new ChannelRefusal(404, 10003, "Unknown Channel");
    if (kicked.has(channel.guild)) throw new ChannelRefusal(403, 50001, "Missing Access");
    return channel;
  }

  function need({ permissions = INVITED }: FakeChannel, permission: bigint): void {
    used |= ViewChannel | permission;
    if ((permissions & ViewChannel) === 0n) throw new ChannelRefusal(403, 50001, "Missing Access");
    if ((permissions & permission) !== permission) {
      throw new ChannelRefusal(403, 50013, "Missing Permissions");
    }
  }

  function isForum({ type = ChannelType.GuildText }: FakeChannel): boolean {
    return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
  }

  function add(message: Omit<PostedMessage, "at">): PostedMessage {
    const added = { ...message, at: now() };
    messages.push(added);
    return added;
  }

  return {
    messages,
    threads,
    /** The permissions that the requests so far needed. */
    used: () => used,
    set(channel: FakeChannel): void {
      channels.set(channel.id, channel);
    },
    remove(id: string): void {
      channels.delete(id);
    },
    kick(guild: string): void {
      kicked.add(guild);
    },
    invite(guild: string): void {
      kicked.delete(guild);
    },
    /** Makes a guild a community that has chosen a language. */
    makeCommunity(guild: string, locale: string): void {
      communities.set(guild, locale);
    },
    /** Notes a message that answers an interaction for everyone. */
    show({ id, channel_id }: Pick<APIMessage, "id" | "channel_id">): void {
      answers.set(id, channel_id);
    },
    /** Deletes a message, as a moderator would. */
    delete(id: string): void {
      deleted.add(id);
    },

    guild(id: string): object {
      if (kicked.has(id)) throw new ChannelRefusal(403, 50001, "Missing Access");
      const locale = communities.get(id);
      const features = locale === undefined ? [] : ["COMMUNITY"];
      return { id, features, preferred_locale: locale ?? "en-US" };
    },
    channel(id: string): object {
      const channel = channelOf(id);
      need(channel, 0n);
      const { guild: guild_id, type = ChannelType.GuildText, tags = [], requiresTag } = channel;
      return { id, guild_id, type, available_tags: tags, flags: requiresTag ? 16 : 0 };
    },
    activeThreads(guild: string): object {
      if (kicked.has(guild)) throw new ChannelRefusal(403, 50001, "Missing Access");
      return {
        threads: [...threads.values()]
          .filter((thread) => thread.guild === guild)
          .map(({ id, name, parent }) => ({ id, name, parent_id: parent })),
        members: [],
      };
    },
    postMessage(id: string, body: Readonly<Record<string, unknown>>, fileCount: number): object {
      const channel = channelOf(id);
      const isThread = threads.has(id);
      need(channel, isThread ? SendMessagesInThreads : SendMessages);
      if (fileCount > 0) need(channel, AttachFiles);
      if (isForum(channel) && !isThread) {
        throw new ChannelRefusal(400, 50008, "Cannot send messages in a non-text channel");
      }
      const nonce = typeof body["nonce"] === "string" ? body["nonce"] : undefined;
      if (nonce !== undefined && body["enforce_nonce"] === true) {
        const before = nonces.get(nonce);
        if (before !== undefined && now() - before.at < nonceMemory) {
          if (deleted.has(before.id)) throw new ChannelRefusal(404, 10008, "Unknown Message");
          return { id: before.id, channel_id: before.channel };
        }
      }
      const message = add({ id: newId(), channel: id, nonce, body });
      if (nonce !== undefined) nonces.set(nonce, message);
      return { id: message.id, channel_id: id };
    },
    startThread(id: string, message: string, name: string): object {
      const channel = channelOf(id);
      if (!THREADED.includes(channel.type ?? ChannelType.GuildText) || threads.has(id)) {
        throw new ChannelRefusal(400, 50024, "Cannot execute action on this channel type");
      }
      need(channel, CreatePublicThreads);
      if (threads.has(message)) {
        throw new ChannelRefusal(400, 160004, "A thread has already been created for this message");
      }
      const isThere =
        answers.get(message) === id ||
        messages.some((one) => one.id === message && one.channel === id);
      if (deleted.has(message) || !isThere) {
        throw new ChannelRefusal(404, 10008, "Unknown Message");
      }
      threads.set(message, { id: message, parent: id, guild: channel.guild, name, tags: [] });
      return { id: message };
    },
    startForumPost(id: string, { name, applied_tags: tags = [], message }: ForumPost): object {
      const channel = channelOf(id);
      need(channel, SendMessages);
      if (!isForum(channel)) throw new ChannelRefusal(400, 50024, "Cannot execute action here");
      if (channel.requiresTag && tags.length === 0) {
        throw new ChannelRefusal(400, 40067, "A tag is required to create a forum post");
      }
      if (tags.some((tag) => channel.tags?.find((one) => one.id === tag)?.moderated)) {
        throw new ChannelRefusal(403, 40066, "Tag may only be applied by moderators");
      }
      const posted = add({ id: newId(), channel: id, nonce: undefined, body: message, name });
      threads.set(posted.id, { id: posted.id, parent: id, guild: channel.guild, name, tags });
      return { id: posted.id };
    },
  };
}

interface ForumPost {
  readonly name: string;
  readonly applied_tags?: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}
