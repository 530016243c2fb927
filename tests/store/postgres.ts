import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import pg from "pg";

/** A PostgreSQL server on loopback, for the tests alone. */
export interface PostgresServer {
  readonly url: string;
  /** Removes all tables. */
  empty(): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again after it was stopped. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** Where Debian installs the versions of PostgreSQL. */
const VERSIONS = "/usr/lib/postgresql";

function programsFolder(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const [newest] = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a));
  return newest === undefined ? undefined : join(VERSIONS, newest, "bin");
}

const programs = programsFolder();

/** Whether the tests of PostgreSQL run. With `CI_POSTGRES=required`, they run or fail. */
export const hasPostgres = programs !== undefined || process.env["CI_POSTGRES"] === "required";

/** Makes a database in a temporary folder and serves it. PostgreSQL refuses to run as root. */
export async function startPostgres(): Promise<PostgresServer> {
  if (programs === undefined) throw new Error(`PostgreSQL is not installed in ${VERSIONS}.`);
  const isRoot = process.getuid?.() === 0;
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = isRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  const folder = mkdtempSync(join(tmpdir(), "ibid-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = ["-U", "ibid", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), ["-D", folder, ...options], { ...user, stdio: "ignore" });
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "fsync=off",
  ].flatMap((one) => ["-c", one]);
  const program = join(programs, "postgres");
  const url = `postgres://ibid@127.0.0.1:${port}/postgres`;

  async function start() {
    const child = spawn(program, ["-D", folder, ...settings], { ...user, stdio: "pipe" });
    let log = "";
    while (!log.includes("ready to accept connections")) {
      const [chunk] = await Promise.race([once(child.stderr, "data"), once(child, "exit")]);
      if (child.exitCode !== null) throw new Error(`PostgreSQL does not start: ${log}`);
      log += String(chunk);
    }
    child.stderr.resume();
    return child;
  }

  let child = await start();

  async function stop(): Promise<void> {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    // Disconnects its clients.
    child.kill("SIGINT");
    await ended;
  }

  return {
    url,
    async empty() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query("drop schema public cascade; create schema public");
      await client.end();
    },
    stop,
    async restart() {
      child = await start();
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("There is no port.");
  server.close();
  await once(server, "close");
  return address.port;
}
