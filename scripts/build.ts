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

// The plugin is CommonJS with types of an ES module: its default import is the function itself.
const license = licensePlugin as unknown as typeof licensePlugin.default

const templates: Plugin = {
  name: 'templates',
  transform: {
    filter: { id: /\.hbs$/ },
    handler: (source, id) => ({ code: handlebarsModule(source, id), moduleType: 'js' }),
  },
}

/** Style sheets and scripts of the HTML report are text here: they run in the reader's browser, not in Node. */
const texts: Plugin = {
  name: 'texts',
  transform: {
    filter: { id: /templates\/.*(\.css|\.browser\.js)$|examples\/(?:workflows|tools)\/.*\.yml$|\.lua$/ },
    handler: (source) => ({ code: textModule(source), moduleType: 'js' }),
  },
}

/**
 * Takes Node's own modules without the namespace that an import would make of them: filling it loads parts of Node that
 * nothing here uses, and takes as long as the rest of the start. https://github.com/nodejs/node/issues/59686
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
  // The toolkit's packages only define things when they are loaded, though they do not declare it. Without this, the log
  // functions of @actions/core would pull in an HTTP client that nothing here uses.
  treeshake: { moduleSideEffects: [{ test: /node_modules\/@actions\//, sideEffects: false }] },
} satisfies BuildOptions

/** The modules that these entries load in any case, by asking the bundler for them alone. */
async function modulesOf(...input: string[]): Promise<ReadonlySet<string>> {
  const { output } = await build({
    ...options,
    input,
    plugins: [builtins, templates, texts],
    output: { codeSplitting: { includeDependenciesRecursively: false } },
    write: false,
  })
  const chunks = output.filter((part) => part.type === 'chunk')
  const loaded = chunks.filter(({ isEntry }) => isEntry)
  for (const chunk of loaded) {
    loaded.push(...chunks.filter((other) => chunk.imports.includes(other.fileName) && !loaded.includes(other)))
  }
  return new Set(loaded.flatMap(({ moduleIds }) => moduleIds))
}

/** Where to: `node scripts/build.ts FOLDER`. Default: dist/. */
const folder = argv[2] === undefined ? `${root}dist` : resolve(argv[2])

/**
 * Writes dist/: four entries, shared chunks, and the licences of everything that is bundled.
 * Not minified, so that people can read what they run: minifying does not make the start faster.
 */
async function buildDist(): Promise<void> {
  // Loading a chunk costs about a millisecond, and the bundler would cut this code into dozens. What the Action needs before
  // its first request is one chunk, and what every comparison needs besides is another.
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
          // Not the entry itself: it waits for what it imports later, and that imports this chunk.
          { name: 'action', test: (id: string) => start.has(id) && !id.endsWith('/src/index.ts') },
          // So that the help does not wait for all that compares.
          { name: 'command-line', test: (id: string) => commandLine.has(id) && !id.endsWith('/src/cli.ts') },
          { name: 'compare', test: (id: string) => comparison.has(id) },
        ],
      },
      sourcemap: false,
    },
  })
}

await buildDist()
