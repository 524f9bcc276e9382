/** One flow of data as the map needs it. */
export type MapFlow = {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'in' | 'out' | 'within';
  /** Where it ends up; undefined when nobody said. */
  readonly country: string | undefined;
  /** Whether it holds special category data, such as health. */
  readonly special: boolean;
  readonly encrypted: boolean | undefined;
};

export type MapSide = 'from' | 'own' | 'to';
/** A box of the map; `lines` are its name broken to its width, `note` a country outside the United Kingdom. */
export type MapBox = {
  readonly side: MapSide;
  readonly name: string;
  readonly lines: readonly string[];
  readonly note: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** An arrow of the map. `number` is the row of the table that tells the same, from 1; its mark stands at `at`. */
export type MapArrow = {
  readonly number: number;
  readonly flow: MapFlow;
  readonly path: string;
  readonly at: { readonly x: number; readonly y: number };
};
/** Sizes are in units of the drawing. */
export type FlowMapLayout = {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly side: MapSide; readonly x: number }[];
  readonly boxes: readonly MapBox[];
  readonly arrows: readonly MapArrow[];
};

const WIDTH = 960;
const BOX = 210;
const LINE = 20;
const PADDING = 12;
const GAP = 22;
const TOP = 44;
/** Characters of the map's type that stand side by side in a box. */
const LETTERS = 24;
const LEFT: Readonly<Record<MapSide, number>> = { from: 0, own: (WIDTH - BOX) / 2, to: WIDTH - BOX };
const SIDES: readonly MapSide[] = ['from', 'own', 'to'];

/**
 * Lays flows out from left to right: who sends data, our own systems, who gets it. Who does both stands on both sides. Boxes
 * stand at the height of what they exchange data with, so that few arrows cross; the same flows always give the same map.
 */
export function layOutFlows(flows: readonly MapFlow[]): FlowMapLayout {
  const ends = flows.map(endsOf);
  const named: Readonly<Record<MapSide, readonly string[]>> = { from: [], own: [], to: [], ...namesBySide(ends) };
  const own = placed('own', named.own, flows, 0);
  const weight = (side: 'from' | 'to') => (name: string) => {
    const partners = ends.flatMap(([a, b]) =>
      side === 'from' && a.side === 'from' && a.name === name
        ? own.filter((box) => box.name === b.name)
        : side === 'to' && b.side === 'to' && b.name === name
          ? own.filter((box) => box.name === a.name)
          : [],
    );
    return partners.reduce((sum, box) => sum + box.y, 0) / Math.max(1, partners.length);
  };
  const sorted = (side: 'from' | 'to') => named[side].toSorted((a, b) => weight(side)(a) - weight(side)(b));
  const columns = [placed('from', sorted('from'), flows, 0), own, placed('to', sorted('to'), flows, 0)];
  const tallest = Math.max(...columns.map(heightOf));
  const boxes = columns.flatMap((column) => {
    const down = (tallest - heightOf(column)) / 2;
    return column.map((box) => ({ ...box, y: box.y + down }));
  });
  const arrows = arrowsBetween(flows, ends, boxes);
  return {
    width: WIDTH,
    height: TOP + tallest + PADDING,
    columns: SIDES.map((side) => ({ side, x: LEFT[side] })),
    boxes,
    arrows,
  };
}

type End = { readonly side: MapSide; readonly name: string };

function endsOf({ from, to, direction }: MapFlow): readonly [End, End] {
  return [
    { side: direction === 'in' ? 'from' : 'own', name: plain(from) },
    { side: direction === 'out' ? 'to' : 'own', name: plain(to) },
  ];
}

/** People write one name in several ways: only blanks are evened out, the rest is for them to see. */
function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

function namesBySide(ends: readonly (readonly [End, End])[]): Partial<Record<MapSide, readonly string[]>> {
  const names = Object.groupBy(ends.flat(), ({ side }) => side);
  return Object.fromEntries(
    Object.entries(names).map(([side, all]) => [side, [...new Set(all.map(({ name }) => name))]]),
  );
}

function placed(side: MapSide, names: readonly string[], flows: readonly MapFlow[], from: number): readonly MapBox[] {
  let y = TOP + from;
  return names.map((name) => {
    const lines = broken(name);
    const note = side === 'to' ? countryOf(name, flows) : undefined;
    const height = 2 * PADDING + LINE * (lines.length + (note === undefined ? 0 : 1));
    const box = { side, name, lines, note, x: LEFT[side], y, width: BOX, height };
    y += height + GAP;
    return box;
  });
}

const AT_HOME = /^(?:uk|u\.k\.|united kingdom|gb|great britain|england|scotland|wales|northern ireland)$/i;

/** Where a recipient keeps what it gets, when that is abroad. */
function countryOf(name: string, flows: readonly MapFlow[]): string | undefined {
  const countries = flows
    .filter(({ to, direction }) => direction === 'out' && plain(to) === name)
    .flatMap(({ country }) => (isAbroad(country) ? [plain(country)] : []));
  return countries.length > 0 ? [...new Set(countries)].join(', ') : undefined;
}

/** Whether a country was named and is not the United Kingdom. */
export function isAbroad(country: string | undefined): country is string {
  return country !== undefined && country.trim() !== '' && !AT_HOME.test(country.trim());
}

function heightOf(column: readonly MapBox[]): number {
  const last = column.at(-1);
  return last ? last.y + last.height - TOP : 0;
}

/** A name in lines of a box: three at most, the rest as an ellipsis; the table has it whole. */
function broken(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${LETTERS}}`, 'gu')) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]?.slice(0, LETTERS - 1)}…`];
}

/** Arrows leave and reach a box one below the other, in the order of the table, so that none lies upon another. */
function arrowsBetween(
  flows: readonly MapFlow[],
  ends: readonly (readonly [End, End])[],
  boxes: readonly MapBox[],
): readonly MapArrow[] {
  const boxOf = ({ side, name }: End) => boxes.find((box) => box.side === side && box.name === name);
  const ports = portsOf(ends);
  return flows.flatMap((flow, i): MapArrow[] => {
    const pair = ends[i];
    const [a, b] = pair ?? [];
    const [from, to] = [a && boxOf(a), b && boxOf(b)];
    if (!pair || !from || !to) return [];
    const number = i + 1;
    const y1 = from.y + from.height * (ports.get(`${i} from`) ?? 0.5);
    const y2 = to.y + to.height * (ports.get(`${i} to`) ?? 0.5);
    if (flow.direction === 'within') return [{ number, flow, ...loop(from, y1, y2) }];
    const [x1, x2] = [from.x + from.width, to.x];
    const middle = (x1 + x2) / 2;
    const path = `M${x1} ${round(y1)} C${middle} ${round(y1)} ${middle} ${round(y2)} ${x2} ${round(y2)}`;
    return [{ number, flow, path, at: { x: middle, y: (y1 + y2) / 2 } }];
  });
}

/** Within, data goes out and back in on the right side of our own systems. */
function loop({ x, width }: MapBox, y1: number, y2: number): Pick<MapArrow, 'path' | 'at'> {
  const edge = x + width;
  const far = edge + 60;
  const [top, foot] = y1 === y2 ? [y1 - 6, y2 + 6] : [y1, y2];
  return {
    path: `M${edge} ${round(top)} C${far} ${round(top)} ${far} ${round(foot)} ${edge} ${round(foot)}`,
    at: { x: edge + 45, y: (top + foot) / 2 },
  };
}

/** How far down its box each end of each flow stands, from 0 to 1. */
function portsOf(ends: readonly (readonly [End, End])[]): ReadonlyMap<string, number> {
  const byBox = new Map<string, string[]>();
  ends.forEach(([a, b], i) => {
    const add = (key: string, port: string) => byBox.set(key, [...(byBox.get(key) ?? []), port]);
    add(`${a.side} out ${a.name}`, `${i} from`);
    // Arrows within come back in where others leave.
    add(b.side === 'own' && a.side === 'own' ? `own out ${b.name}` : `${b.side} in ${b.name}`, `${i} to`);
  });
  return new Map(
    [...byBox.values()].flatMap((all) => all.map((port, i) => [port, (i + 1) / (all.length + 1)] as const)),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
