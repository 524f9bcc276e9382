import { GLOSSARY } from '../../src/report/glossary.ts';

/** Abbreviations that need no words: everybody has met them. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  'NHS UK IT HR GP PDF ZIP GBP MB GB ID OK PIN USB Wi-Fi HTML XLSX'.split(' '),
);

/** Terms that the glossary explains: the reader is told them. */
export const TOLD_TERMS: readonly string[] = GLOSSARY.flatMap(({ word, forms = [] }) => [word, ...forms]);
