#!/usr/bin/env node
// Starts the bundle with V8's code cache, made by the build after a first run: what a check needs is then not compiled
// again. A cache from another version of Node is refused by V8, and everything is compiled as usual.
const { existsSync, readFileSync } = require('node:fs')
const { Script } = require('node:vm')

const filename = require.resolve('./douane.cjs')
const cache = `${filename}.cache`
const source = readFileSync(filename, 'latin1') // the bundler writes ASCII, and this is the quicker way to read it
const cachedData = existsSync(cache) ? readFileSync(cache) : undefined
const script = new Script(`(function (require, __filename) {${source}\n})`, { filename, cachedData })
module.exports = { script, started: script.runInThisContext()(require, filename) }
