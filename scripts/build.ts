import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'rolldown'
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
    filter: { id: /templates\/.*(\.css|\.browser\.js)$|examples\/workflows\/.*\.yml$/ },
    handler: (source) => ({ code: textModule(source), moduleType: 'js' }),
  },
}

/**
 * Writes dist/: two entries, shared chunks, and the licences of everything that is bundled.
 * Not minified, so that people can read what they run: minifying does not make the start faster.
 */
async function buildDist(): Promise<void> {
  await rm(`${root}dist`, { recursive: true, force: true })
  await build({
    cwd: root,
    input: { index: 'src/index.ts', cli: 'src/cli.ts' },
    platform: 'node',
    transform: { target: 'node20.19' },
    // The toolkit's packages only define things when they are loaded, though they do not declare it. Without this, the log
    // functions of @actions/core would pull in an HTTP client that nothing here uses.
    treeshake: { moduleSideEffects: [{ test: /node_modules\/@actions\//, sideEffects: false }] },
    plugins: [
      templates,
      texts,
      license({
        cwd: root,
        thirdParty: { output: `${root}dist/licenses.txt`, includeSelf: false },
      }) as unknown as Plugin,
    ],
    output: {
      dir: 'dist',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      sourcemap: false,
    },
  })
}

await buildDist()
