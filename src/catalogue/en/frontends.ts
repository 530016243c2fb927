/** The command line, the terminal, the configuration, the log and the responses of the HTTP servers. */
export const frontendMessages = {
  // The command line and the terminal
  "usage.title": "Usage:",
  "usage.start": "answer in Discord, or here without a token or public key",
  "usage.no-page": "answer here without the preview page",
  "usage.question": "answer one question, here with the passage of the day",
  "usage.json": "the same as one line of JSON",
  "usage.corpus": "import documents, and check the corpus",
  "usage.store": "back up what users and servers have set up",
  "usage.mcp": "answer an assistant over the Model Context Protocol",
  "mcp.not-installed":
    "Answering an assistant needs a package that is not installed. Run `npm install @modelcontextprotocol/sdk` in the folder of Ibid, and start it again.",
  "terminal.no-token":
    "DISCORD_TOKEN is not set, so Ibid answers here. /help lists the commands, Tab completes, Ctrl-D quits.",
  "preview.none": "{reason} So there is no preview page.",
  "preview.address": "This is how Discord would show it: {address}",
  "preview.clock": "{moment} ({zone})",
  "preview.origin": "{schedule} · {moment}",
  "preview.posted":
    "{count, plural, =0 {Nothing is posted} one {# post} other {# posts}} until {moment}.",
  "preview.stopped-too-far": "The clock can be put forward by a year at most.",
  "preview.stopped-many-posts":
    "The clock has stopped at {moment}, because it shows {max} posts at a time. Put it forward again for the next ones.",
  "preview.stopped-store":
    "The clock has stopped at {moment}, because nothing can be kept in the folder for temporary files. Restart Ibid once there is room.",
  "progress.opened": "The corpus took {seconds, number} s to open.",
  "progress.reading":
    "Reading the corpus: {done, number} of {all, plural, one {# file} other {# files}}.",
  "progress.checking":
    "Checking the corpus: {done, number} of {all, plural, one {# file} other {# files}}.",
  "progress.indexing": "Indexing the corpus: {percent} %.",

  // Assistants
  "mcp.instructions":
    "Ibid answers with the own words of “{title}”, each with its source; nothing is generated. Find words with `search` and `quote` instead of recalling them. Check every quotation with `verify` before you give it to anyone, and report its verdict and its source as they are. An answer may number further calls.",
  "mcp.unknown-tool": "There is no tool called “{name}”. The tools are {tools}.",

  // The file .env
  "env.folder":
    "`.env` in {folder} is a folder, and should be a text file. Rename it, copy `.env.example` to `.env`, and fill that in.",
  "env.unreadable":
    "Ibid cannot read `.env` in {folder} ({reason}). Allow the user who runs Ibid to read it.",
  "env.utf-16":
    "`.env` in {folder} is saved in UTF-16. Save it in UTF-8: in Notepad, choose “Save as” and, under “Encoding”, UTF-8.",
  "env.not-utf-8":
    "`.env` in {folder} is not saved in UTF-8. Save it in UTF-8: in Notepad, choose “Save as” and, under “Encoding”, UTF-8.",
  "env.rich-text":
    "`.env` in {folder} is a document with formatting, and should be plain text. In TextEdit, choose “Make Plain Text” in the menu “Format”, and save it as `.env`.",
  "env.line":
    "Line {line} of `.env` names {name} but does not set it. A line should have the form {name}=value.",
  "env.misnamed":
    "`{name}` in {folder} sets {variable}, but Ibid reads only a file that is called `.env`. Give it that name.",
  "env.misnamed-txt":
    "`{name}` in {folder} sets {variable}, but Ibid reads only a file that is called `.env`. Give it that name: Windows shows endings such as .txt if “File name extensions” is ticked in the menu “View” of a folder.",

  // The configuration
  "config.token":
    "DISCORD_TOKEN should be a bot’s token: three parts separated by points, from the Bot page of your application at discord.com/developers.",
  "config.guild":
    "DISCORD_GUILD_ID should be a server’s id: 17 to 20 digits, from “Copy Server ID” in Discord’s developer mode.",
  "config.api":
    "DISCORD_API_URL should be an address that begins with http:// or https://, such as {example}.",
  "config.public-key":
    "DISCORD_PUBLIC_KEY should be an application’s public key: 64 hex digits, from the General Information page of your application at discord.com/developers.",
  "config.port": "PORT should be a whole number from 0 to 65535; 0 means any free port.",
  "config.switch": "{name} should be on or off.",
  "config.cache": "IBID_CACHE should be a folder outside of the corpus, or off.",
  "config.store":
    "IBID_STORE should be a file outside of the corpus, an address that begins with postgres://, or off.",
  "config.style": "IBID_CITATION_STYLE should be one of {styles}.",
  "config.language": "IBID_LANGUAGE should be one of {languages}.",
  "config.log-level": "LOG_LEVEL should be one of {levels}.",
  "config.quoted":
    "{name} has quotation marks around its value. Delete them: the value is everything after the =.",
  "config.line-break":
    "{name} contains a line break, which \\n and \\r in double quotation marks mean. Write a path without quotation marks.",
  "config.unknown": "{name} is not a variable that Ibid reads. It reads {variables}.",

  // The corpus and its index
  "corpus.does-not-load":
    "The corpus in {folder} does not load: {count, plural, one {# problem} other {# problems}}.",
  "reload.replaced":
    "The corpus has changed. Answers now come from the new version, with {count, plural, one {# document} other {# documents}}.",
  "reload.refused":
    "The corpus has changed and does not load: {count, plural, one {# problem} other {# problems}}. The previous version still answers.",
  "reload.failed":
    "The corpus has changed and could not be read ({reason}). The previous version still answers.",
  "reload.unwatched":
    "Ibid no longer notices changes to the corpus ({reason}). Start Ibid again after a change; with IBID_WATCH=off it does not watch for them.",
  "index.damaged": "The index in {cache} was damaged, so it has been built again.",
  "index.not-saved":
    "The index cannot be saved in {cache} ({reason}), so every start takes as long as this one. Set IBID_CACHE to a folder that Ibid may write to, or to `off`.",

  // Discord
  "discord.token-refused":
    "Discord rejects DISCORD_TOKEN. Copy the token again from the Bot page of your application at discord.com/developers.",
  "discord.invite":
    "Ibid answers in Discord as long as this window is open. To add it to a server, open this link in your browser:",
  "discord.closed":
    "Discord closed the connection and accepts no new one (close code {code}, {name}).",
  "discord.server-refused":
    "Discord does not let Ibid register commands in the server {guild}, which DISCORD_GUILD_ID names. Invite the application there with the scope applications.commands, or correct the id.",
  "discord.request-refused": "Discord rejects a request from Ibid: {reason} (code {code}).",
  "discord.waiting":
    "{reason} Ibid waits for {host} and tries again. If this continues, check the network and DISCORD_API_URL.",
  "discord.status": "Discord responds with status {status}.",
  "discord.session-limit":
    "Discord allows {remaining, plural, one {# new session} other {# new sessions}} until {reset}, and Ibid needs {needed}. Start Ibid again after that time.",
  "discord.unreachable": "Discord cannot be reached.",
  "discord.unreachable-code": "Discord cannot be reached ({code}).",

  // The log
  "log.metrics": "Serving metrics.",
  "log.store-in-file":
    "The store is a file, so Ibid has to stay on this one machine. For several, set IBID_STORE to an address that begins with postgres://.",
  "log.servers-deleted":
    "The settings of servers that have been out of reach for thirty days are deleted.",
  "log.servers-unchecked": "The servers of the store could not be checked.",
  "log.clock-wrong":
    "The clock of the store and Discord’s are more than five minutes apart, so nothing is posted. Set the clock of the machine.",
  "log.not-posted": "Discord did not accept a post. /schedules shows it to the server.",
  "log.posting-failed": "Posting what is due failed.",
  "log.finishing": "Finishing the answers in progress.",
  "log.closing": "Closing the connection to Discord.",
  "log.reconnecting": "Reconnecting to Discord.",
  "log.unreachable": "Discord could not be reached.",
  "log.reconnected": "Reconnected to Discord.",
  "log.connection-failed": "The connection to Discord failed.",
  "log.unanswerable": "Discord sent something that Ibid cannot answer.",
  "log.not-accepted": "Discord did not accept an answer.",
  "log.connected": "Connected to Discord.",
  "log.not-answered": "Ibid could not answer an interaction.",
  "log.malformed": "Discord sent an interaction that Ibid cannot read.",
  "log.not-registered": "The commands are not registered. {reason} Ibid tries again.",
  "log.registered": "The commands are registered.",
  "log.file-in-response": "Discord did not accept a separate file, so the file is in the response.",
  "log.mcp-message": "Ibid cannot read a message of the Model Context Protocol.",
  "log.request-failed": "Ibid could not answer a request.",
  "log.listening": "Listening, and reading the corpus.",
  "log.endpoint-ready": "Answering Discord’s interactions.",

  // The HTTP servers
  "http.running": "Ibid is running.",
  "http.reading": "The corpus is being read.",
  "http.answering": "Ibid answers.",
  "http.unsigned": "The request is not one that Discord has just signed.",
  "http.not-json-type": "The request’s content type is not application/json.",
  "http.not-json": "The request’s body is not JSON.",
  "http.unanswerable": "The request’s body is not an interaction that can be answered.",
  "http.malformed": "The request’s body is an interaction that cannot be read.",
  "http.not-post": "Interactions must be sent by POST.",
  "http.not-found": "There is nothing here.",
  "http.failed": "The request could not be answered.",
  "http.not-own": "Only the preview page on this machine may send requests here.",
  "http.unanswerable-here": "This is not an interaction that can be answered.",
  "http.too-large": "The request is larger than {kibibytes} KiB.",
  "port.taken": "Another program is using port {port}.",
  "port.not-allowed": "Ibid does not have permission to listen on port {port}.",
  "port.failed": "Ibid cannot listen on port {port}: {reason}.",

  // Metrics
  "metrics.answers": "Interactions, and how long each took from request to answer.",
  "metrics.rejections": "Requests that were not interactions from Discord, by status.",
  "metrics.documents": "Documents in the corpus.",
  "metrics.passages": "Passages in the corpus that can be quoted.",
  "metrics.reloads": "Readings of the corpus after a change, by outcome.",
  "metrics.shard-interactions": "Interactions that Discord sent over the gateway, by shard.",
  "metrics.reconnections": "How often a shard reconnected after its connection closed.",
  "metrics.ready": "Whether a shard is connected to Discord and ready: 1 or 0.",
} as const;
