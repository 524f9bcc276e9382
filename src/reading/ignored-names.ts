// Folders that hold programs, caches or history rather than documents. Folders whose name begins with a dot are left out as well.
const FOLDERS = new Set([
  'node_modules',
  'bower_components',
  '__MACOSX',
  '__pycache__',
  'venv',
  '$RECYCLE.BIN',
  'System Volume Information',
]);
const FILES = new Set([
  'thumbs.db',
  'desktop.ini',
  'icon\r',
  'ehthumbs.db',
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'composer.lock',
  'cargo.lock',
  'poetry.lock',
]);

// Source code, styles, fonts, sound, film and programs: plainly not documents.
const ENDINGS = new Set(
  `js mjs cjs jsx ts mts cts tsx py pyc rb go rs java class jar kt c h cc cpp hpp cs php swift sh bash ps1 bat cmd css scss less vue svelte sql
  map lock wasm so dll dylib exe bin o a woff woff2 ttf otf eot ico svg mp3 mp4 m4a mov avi mkv wav iso dmg pkg deb rpm msi tmp bak swp part
  crdownload sqlite db pem key crt`.split(/\s+/),
);

/** Why a file or folder is passed over without a finding; undefined when it is to be read. */
export function whyIgnored(name: string, isFolder: boolean): string | undefined {
  if (isFolder) {
    if (name.startsWith('.')) return 'hidden folder';
    return FOLDERS.has(name) ? 'not a folder of documents' : undefined;
  }
  if (name.startsWith('.')) return 'hidden file';
  if (name.startsWith('~$') || name.startsWith('~lock.') || name.endsWith('~'))
    return 'temporary file of an office program';
  if (FILES.has(name.toLowerCase())) return 'kept by a program';
  return ENDINGS.has(/\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '') ? 'not a document' : undefined;
}
