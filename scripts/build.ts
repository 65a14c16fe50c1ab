import { rm } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'rolldown'
import licensePlugin from 'rollup-plugin-license'
import { handlebarsModule } from './handlebars-module.ts'
import { textModule } from './text-module.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// The plugin is a CommonJS module with the types of an ES module: its default import is the function itself.
const license = licensePlugin as unknown as typeof licensePlugin.default

const templates: Plugin = {
  name: 'templates',
  transform: {
    filter: { id: /\.hbs$/ },
    handler: (source, id) => ({ code: handlebarsModule(source, id), moduleType: 'js' }),
  },
}

/**
 * The style sheets and scripts of the HTML report are imported as text, because they run in the reader's browser and not in Node.
 */
const texts: Plugin = {
  name: 'texts',
  transform: {
    filter: { id: /templates\/.*(\.css|\.browser\.js)$|examples\/(?:workflows|tools)\/.*\.yml$|\.lua$/ },
    handler: (source) => ({ code: textModule(source), moduleType: 'js' }),
  },
}

/**
 * Takes Node's built-in modules without the namespace object that an import would create. Filling that object loads parts of Node
 * that nothing here uses, and takes as long as the rest of the start. https://github.com/nodejs/node/issues/59686
 */
const builtins: Plugin = {
  name: 'builtins',
  resolveId: {
    order: 'pre',
    filter: { id: /^(node:)?[a-z_/]+$/ },
    handler: (id) =>
      isBuiltin(id) && id !== 'module' && id !== 'node:module' ? `\0builtin:${id.replace('node:', '')}` : null,
  },
  load: {
    filter: { id: /^\0builtin:/ },
    handler: (id) => ({
      code: `module.exports = process.getBuiltinModule('node:${id.slice('\0builtin:'.length)}')`,
      moduleType: 'js',
    }),
  },
}

const options = {
  cwd: root,
  platform: 'node',
  transform: { target: 'node20.19' },
  // Chunks of shared modules may export more than an entry does. The bundler needs this for the groups below.
  preserveEntrySignatures: 'allow-extension',
  // Loading a package of the toolkit only defines things, but the packages do not declare that. Without this setting, the log
  // functions of @actions/core would pull in an HTTP client that nothing here uses.
  treeshake: { moduleSideEffects: [{ test: /node_modules\/@actions\//, sideEffects: false }] },
} satisfies BuildOptions

/** The modules that these entries always load. The bundler finds them when it bundles the entries alone. */
async function modulesOf(...input: string[]): Promise<ReadonlySet<string>> {
  const { output } = await build({
    ...options,
    input,
    plugins: [builtins, templates, texts],
    write: false,
  })
  const chunks = output.filter((part) => part.type === 'chunk')
  const loaded = chunks.filter(({ isEntry }) => isEntry)
  for (const chunk of loaded) {
    loaded.push(...chunks.filter((other) => chunk.imports.includes(other.fileName) && !loaded.includes(other)))
  }
  return new Set(loaded.flatMap(({ moduleIds }) => moduleIds))
}

/** The output folder: `node scripts/build.ts FOLDER`. Default: dist/. */
const folder = argv[2] === undefined ? `${root}dist` : resolve(argv[2])

/**
 * Writes dist/: four entries, their shared chunks, and the licences of all bundled packages. The code is not minified, because
 * people should be able to read it, and minified code does not start faster.
 */
async function buildDist(): Promise<void> {
  // Loading a chunk takes about a millisecond, and the bundler would make dozens of chunks. So the modules that the Action needs
  // before its first request are one chunk, and the other modules that each comparison needs are another.
  const start = await modulesOf('src/index.ts', 'src/action/gate-commit.ts')
  const comparison = await modulesOf('src/commands/compare.ts')
  const commandLine = await modulesOf('src/cli.ts')
  await rm(folder, { recursive: true, force: true })
  await build({
    ...options,
    input: {
      index: 'src/index.ts',
      cli: 'src/cli.ts',
      measure: 'src/measure-step.ts',
      stamp: 'src/stamp-step.ts',
    },
    plugins: [
      builtins,
      templates,
      texts,
      license({
        cwd: root,
        thirdParty: { output: `${folder}/licenses.txt`, includeSelf: false },
      }) as unknown as Plugin,
    ],
    output: {
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: 'both', test: (id: string) => start.has(id) && comparison.has(id) },
          // The entry itself is left out. Its later imports import this chunk, so the entry would wait for itself.
          { name: 'action', test: (id: string) => start.has(id) && !id.endsWith('/src/index.ts') },
          // A chunk of its own, so that the help does not wait for the code of the comparison.
          { name: 'command-line', test: (id: string) => commandLine.has(id) && !id.endsWith('/src/cli.ts') },
          { name: 'compare', test: (id: string) => comparison.has(id) },
        ],
      },
      sourcemap: false,
    },
  })
}

await buildDist()
