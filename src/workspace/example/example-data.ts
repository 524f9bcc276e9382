import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Day, dayAfter, daysBetween, isDay } from '../../record/day.ts';
import { ID } from '../../record/kinds/field.ts';
import { KINDS, type KindName } from '../../record/kinds/kinds.ts';
import { DOCUMENTS_DAY } from './example-id.ts';

// The keys of a literal object are its own.
const KIND_NAMES = Object.keys(KINDS) as [KindName, ...KindName[]];
/** A file of the example: entities by kind, each with an id of its own and the fields of its kind. */
const FILE = z.partialRecord(z.enum(KIND_NAMES), z.array(z.object({ id: z.string().regex(ID) }).catchall(z.unknown())));

export type ExampleEntity = {
  readonly kind: KindName;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * What the example organisation keeps besides its documents. A day written `~2026-11-06` moves with the day it is loaded, as far as
 * that lies from the day the documents speak of; one without the sign stays, since it stands in a document or is true of the world.
 */
export async function readExample(folder: string, today: Day): Promise<readonly ExampleEntity[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const later = daysBetween(DOCUMENTS_DAY, today);
  return files.flatMap((text) =>
    Object.entries(FILE.parse(parse(text))).flatMap(([kind, entities]) =>
      entities.map(
        // The keys of a parsed file are names of kinds.
        ({ id, ...data }): ExampleEntity => ({ kind: kind as KindName, id, data: moved(data, later) }),
      ),
    ),
  );
}

function moved<T>(value: T, days: number): T;
function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string') return movedDay(value, days);
  if (Array.isArray(value)) return value.map((one) => moved(one, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, days)]));
}

/** The time of an instant stays. */
function movedDay(text: string, days: number): string {
  const [, day = '', time = ''] = /^~(\d{4}-\d{2}-\d{2})(T.+)?$/.exec(text) ?? [];
  return isDay(day) ? `${dayAfter(day, `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)}${time}` : text;
}
