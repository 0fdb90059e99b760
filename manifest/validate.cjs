// Checks a Teams package folder against Microsoft's own schemas, which @microsoft/app-manifest ships.
// Usage: node manifest/validate.cjs FOLDER   (prints each fault, exit code 1 when there is one; no network)
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils } = require("@microsoft/app-manifest");
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const read = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
const folder = process.argv[2];

async function main() {
  const manifest = read(path.join(folder, "manifest.json"));
  const faults = (await AppManifestUtils.validateAgainstSchema(manifest)).map((f) => `manifest.json: ${f}`);
  const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest")), "json-schemas", "teams");
  const schema = read(path.join(schemas, `v${manifest.manifestVersion}`, "MicrosoftTeams.Localization.schema.json"));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const check = ajv.compile(schema);
  for (const language of manifest.localizationInfo.additionalLanguages) {
    if (!check(read(path.join(folder, language.file)))) {
      faults.push(...check.errors.map((e) => `${language.file}: ${e.instancePath} ${e.message}`));
    }
  }
  faults.forEach((fault) => console.error(fault));
  process.exitCode = faults.length ? 1 : 0;
}

main();
