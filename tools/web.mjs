// Of the pages that tools/web.sh has copied, what a browser loads: scripts and styles without comments and spaces, and what nearly every
// page imports in one file, app/shell.mjs. All other addresses stay, so that the sources are pages as they are.  node web.mjs FOLDER MODULES
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, modules] = process.argv.slice(2).map((one) => resolve(one));
const { build } = createRequire(join(modules, '/'))('esbuild');
const sources = 'web';
const shell = ['dom', 'i18n', 'session', 'api', 'routes']
  .map((name) => `/app/${name}.mjs`)
  .concat(['state', 'form', 'table', 'card'].map((name) => `/components/${name}.mjs`));
const common = { bundle: true, minify: true, format: 'esm', charset: 'utf8', target: 'es2022', logLevel: 'warning' };

// In one module no name can stand for two things.
const names = new Map();
for (const name of shell) {
  for (const [, one] of readFileSync(sources + name, 'utf8').matchAll(/^export (?:async )?(?:const|let|function|class) (\w+)/gm)) {
    if (names.has(one)) throw new Error(`${name} and ${names.get(one)} both export ${one}: here they are one module`);
    names.set(one, name);
  }
}

/** Modules by their address: those of the shell from its file, others from their own. */
const byAddress = {
  name: 'by address',
  setup({ onResolve }) {
    onResolve({ filter: /^\// }, ({ path, kind }) =>
      kind === 'entry-point' ? null : { path: shell.includes(path) ? '/app/shell.mjs' : path, external: true },
    );
  },
};
/** The shell itself: its modules, and what they use, are taken in; what they import later is not. */
const takenIn = {
  name: 'taken in',
  setup({ onResolve }) {
    onResolve({ filter: /^\// }, ({ path, kind }) => {
      if (kind === 'dynamic-import') return { path, external: true };
      return { path: path.startsWith('/vendor/') ? folder + path : resolve(sources + path) };
    });
    onResolve({ filter: /^\.\/vendor\// }, ({ path }) => ({ path: join(folder, path) }));
  },
};

const files = readdirSync(sources, { recursive: true });
const own = files.filter((name) => /^(app|components|charts|pages)\/.*\.mjs$/.test(name) && !shell.includes(`/${name}`));
const outer = { ...common, allowOverwrite: true, outdir: folder, outbase: sources, outExtension: { '.js': '.mjs' } };
await build({ ...outer, entryPoints: own.map((name) => join(sources, name)), plugins: [byAddress] });
const page = readFileSync(join(sources, 'index.html'), 'utf8').split('\n');
const sheets = page.map((line) => /rel="stylesheet" href="\/([^"]*)"/.exec(line)?.[1]).filter(Boolean);
await build({
  ...common,
  stdin: { contents: sheets.map((name) => `@import "./${name}";`).join('\n'), resolveDir: sources, loader: 'css' },
  outfile: join(folder, 'styles/all.css'),
});
await build({
  ...common,
  stdin: { contents: shell.map((name) => `export * from '${name}';`).join('\n'), resolveDir: sources },
  outfile: join(folder, 'app/shell.mjs'),
  plugins: [takenIn],
});
for (const name of shell) writeFileSync(folder + name, "export * from '/app/shell.mjs';\n");
for (const name of files.filter((one) => one.startsWith('messages/') && one.endsWith('.json')))
  writeFileSync(join(folder, name), JSON.stringify(JSON.parse(readFileSync(join(sources, name), 'utf8'))));

// What comes first is asked for at once.
const first = '<link rel="stylesheet" href="/styles/all.css">\n<link rel="modulepreload" href="/app/shell.mjs">';
const kept = page.filter((line) => !/rel="(stylesheet|modulepreload)"/.test(line) || line.includes('/app/main.mjs'));
writeFileSync(join(folder, 'index.html'), kept.join('\n').replace('</title>', `</title>\n${first}`));
