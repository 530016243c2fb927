#!/usr/bin/env node
"use strict";

// Node 6 and later can read this file, so that one that is too old for the rest can report itself. Hence
// no `import`, no newer syntax, and sentences that are not in the catalogue, which is TypeScript.

const { engines } = require("../package.json");

const current = process.versions.node;
const required = engines.node.replace(">=", "");

if (isOlder(current, required)) {
  const problem = `Ibid needs Node.js ${required} or later, and this is Node.js ${current}.`;
  const remedy =
    "Install a newer one from https://nodejs.org, open a new terminal, and start Ibid again.";
  process.stderr.write(`${problem} ${remedy}\n`);
  process.exitCode = 1;
} else {
  require("./launch.js");
}

function isOlder(version, minimum) {
  const numbers = version.split(".").map(Number);
  const lowest = minimum.split(".").map(Number);
  return numbers[0] !== lowest[0] ? numbers[0] < lowest[0] : numbers[1] < lowest[1];
}
