import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { VARIABLES } from "../src/config.ts";
import { slashCommand } from "./discord/payloads.ts";
import { createSigner } from "./discord/signing.ts";

/** The instructions of the Dockerfile, without its comments. */
const instructions = readFileSync("Dockerfile", "utf8")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => {
    const [name = "", ...rest] = line.split(" ");
    return { name, rest: rest.join(" ") };
  });

/** Returns the arguments of every instruction of this name. */
function argumentsOf(name: string): readonly string[] {
  return instructions.filter((one) => one.name === name).map(({ rest }) => rest);
}

/** Parses a command in exec form. */
function parseCommand(text: string): readonly [string, ...string[]] {
  const list: [string, ...string[]] = JSON.parse(text.slice(text.indexOf("[")));
  return list;
}

const copied = argumentsOf("COPY").map((line) => {
  const paths = line.split(" ");
  return { sources: paths.slice(0, -1), target: paths.at(-1) ?? "" };
});

describe("the Dockerfile", () => {
  test("copies files that exist, and .dockerignore lets through only these", () => {
    const sources = copied.flatMap((one) => one.sources);
    expect(sources.filter((path) => !existsSync(path))).toEqual([]);
    const ignoring = readFileSync(".dockerignore", "utf8").trimEnd().split("\n");
    expect(ignoring[0]).toBe("*");
    expect(ignoring.slice(1).toSorted()).toEqual(sources.map((path) => `!${path}`).toSorted());
  });

  test("uses a Node that strips types and is maintained, and runs as an unprivileged user", () => {
    expect(argumentsOf("FROM")).toEqual(["node:24-slim"]);
    expect(argumentsOf("USER")).toEqual(["node"]);
    expect(argumentsOf("RUN").join("\n")).toContain("npm ci --omit=dev");
  });
});

describe("the image’s files", () => {
  const app = mkdtempSync(join(tmpdir(), "ibid-image-"));
  const signer = createSigner();
  let port = 0;
  let child: ReturnType<typeof spawn>;
  let log = "";

  beforeAll(async () => {
    for (const { sources, target } of copied) {
      for (const path of sources) {
        const isFolder = target === "./";
        cpSync(path, join(app, isFolder ? path : target), { recursive: true });
      }
    }
    linkProductionDependencies(app);
    port = await freePort();
    const [program, ...args] = parseCommand(argumentsOf("CMD")[0] ?? "");
    child = spawn(program, args, { cwd: app, env: environment() });
    child.stderr?.on("data", (chunk) => {
      log += chunk;
    });
    while (!log.includes("Answering")) await once(child.stderr ?? child, "data");
  });

  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(app, { recursive: true });
  });

  function environment(publicKey = signer.publicKey) {
    const { PATH = "" } = process.env;
    const set = argumentsOf("ENV").flatMap((line) => line.split(" ").map((one) => one.split("=")));
    return {
      PATH,
      ...Object.fromEntries(set),
      DISCORD_PUBLIC_KEY: publicKey,
      PORT: String(port),
    };
  }

  async function health(publicKey?: string): Promise<unknown> {
    const [program, ...args] = parseCommand(argumentsOf("HEALTHCHECK")[0] ?? "");
    const [code] = await once(spawn(program, args, { env: environment(publicKey) }), "exit");
    return code;
  }

  test("are enough to answer Discord, and to be healthy until the end", async () => {
    const origin = `http://127.0.0.1:${port}`;
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const ping = await fetch(signer.request(origin, '{"type":1}'));
    expect(await ping.json()).toEqual({ type: 1 });
    const asked = JSON.stringify(slashCommand("quote", { topic: "drills" }));
    const answer = await fetch(signer.request(origin, asked));
    expect(JSON.stringify(await answer.json())).toContain("Hankyoreh");
    expect(await health()).toBe(0);

    // Unlike its exit, this comes after all of its output.
    const ended = once(child, "close");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    const lines = log.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      "Listening, and reading the corpus.",
      "Answering Discord’s interactions.",
      expect.stringMatching(/^The store is a file/),
      "Finishing the answers in progress.",
    ]);
    expect(await health()).toBe(1);
  });

  test("are healthy with a token alone, when nothing listens", async () => {
    expect(await health("")).toBe(0);
  });
});

describe("compose.yaml", () => {
  const { services, volumes } = parse(readFileSync("compose.yaml", "utf8"), { merge: true });
  const replicas = Object.keys(services).filter((name) => services[name].build === ".");

  test("has two identical replicas, to which the proxy forwards", () => {
    expect(replicas).toHaveLength(2);
    const [first = "", second = ""] = replicas;
    expect(services[first]).toEqual(services[second]);
    const caddyfile = readFileSync("Caddyfile", "utf8");
    const port = argumentsOf("EXPOSE")[0];
    expect(caddyfile).toContain(replicas.map((name) => `${name}:${port}`).join(" "));
    expect(caddyfile).toContain("handle /interactions");
    expect(caddyfile).toContain("health_uri /readyz");
  });

  test("sets only variables that Ibid reads, and mounts the corpus read-only at its place", () => {
    const known: readonly string[] = VARIABLES;
    for (const name of replicas) {
      const { environment, volumes: mounts, read_only } = services[name];
      expect(Object.keys(environment).filter((key) => !known.includes(key))).toEqual([]);
      expect(mounts).toContain(`./corpus:${argumentsOf("WORKDIR")[0]}/corpus:ro`);
      expect(read_only).toBe(true);
    }
  });

  test("mounts only what exists", () => {
    const mounts: readonly string[] = Object.keys(services).flatMap(
      (name) => services[name].volumes,
    );
    const missing = mounts
      .map((mount) => mount.split(":")[0] ?? "")
      .filter((from) => !(from.startsWith("./") ? existsSync(from) : from in volumes));
    expect(missing).toEqual([]);
  });
});

describe("the lines for containers in docs/hosting.md", () => {
  const guide = readFileSync("docs/hosting.md", "utf8");
  const lines = guide.split("\n").filter((line) => /^(?:[A-Z_]+=\S+ )*docker /.test(line));
  const matchesIn = (pattern: RegExp) =>
    lines.flatMap((line) => [...line.matchAll(pattern)].map(([, found = ""]) => found));

  test("set only variables that Ibid or compose.yaml reads", () => {
    expect(lines.length).toBeGreaterThan(3);
    const known: readonly string[] = VARIABLES;
    const variables = matchesIn(/--env ([A-Z_]+)=/g);
    expect(variables).toContain("DISCORD_TOKEN");
    expect(variables.filter((name) => !known.includes(name))).toEqual([]);
    const compose = readFileSync("compose.yaml", "utf8");
    const given = matchesIn(/(?<=^|\s)([A-Z_]+)=\S+(?= .*docker compose)/g);
    expect(given.filter((name) => !compose.includes(`\${${name}`))).toEqual([]);
    // A variable without a default has to be given.
    const required = [...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = ""]) => name);
    expect(given.toSorted()).toEqual([...new Set(required)].toSorted());
  });

  test("mount volumes where the image keeps and reads files, and run what it has", () => {
    const store = /IBID_STORE=(\S+)/.exec(argumentsOf("ENV").join(" "))?.[1] ?? "";
    const places = [dirname(store), `${argumentsOf("WORKDIR")[0]}/corpus`];
    const mounted = matchesIn(/--volume [^\s:]+:([^\s:]+)/g);
    expect(mounted.toSorted()).toEqual(places.toSorted());
    for (const place of [dirname(store), "/cache"]) {
      expect(argumentsOf("RUN").join("\n")).toMatch(new RegExp(` ${place}(?:\\s|$)`));
    }
    const run = [...guide.matchAll(/docker exec ibid node (\S+)/g)].map(([, file = ""]) => file);
    expect(run.length).toBeGreaterThan(0);
    expect(run.filter((file) => !existsSync(file))).toEqual([]);
  });
});

/** Links the packages that `npm ci --omit=dev` would install into `app`. */
function linkProductionDependencies(app: string): void {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  for (const path of Object.keys(packages)) {
    const isNested = path.indexOf("node_modules/", 1) > 0;
    const { dev, devOptional } = packages[path];
    if (path === "" || isNested || dev || devOptional || !existsSync(path)) continue;
    mkdirSync(dirname(join(app, path)), { recursive: true });
    symlinkSync(resolve(path), join(app, path));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
