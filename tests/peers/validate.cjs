// Khronos' validator on one file: its issues as JSON on standard output.
const { readFileSync } = require("fs");
const { validateBytes } = require("gltf-validator");

validateBytes(new Uint8Array(readFileSync(process.argv[2]))).then((report) => console.log(JSON.stringify(report)));
