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
/** Between the ends of two arrows at one box: no mark covers the next. */
const APART = 24;
/** How far along its arrow a mark stands, from the box of whoever sends or gets it: there arrows are still apart. */
const MARK = 0.13;
/** Characters of the map's type that stand side by side in a box. */
const LETTERS = 22;
const LEFT: Readonly<Record<MapSide, number>> = { from: 0, own: (WIDTH - BOX) / 2, to: WIDTH - BOX };
const SIDES: readonly MapSide[] = ['from', 'own', 'to'];

/**
 * Lays flows out from left to right: who sends data, our own systems, who gets it. Who does both stands on both sides. Boxes
 * stand at the height of what they exchange data with, so that few arrows cross; the same flows always give the same map.
 */
export function layOutFlows(given: readonly MapFlow[]): FlowMapLayout {
  const flows = inOneSpelling(given);
  const ends = flows.map(endsOf);
  const named: Readonly<Record<MapSide, readonly string[]>> = { from: [], own: [], to: [], ...namesBySide(ends) };
  const ports = portsOf(ends);
  const stack = (side: MapSide, names: readonly string[]) => placed(side, names, flows, ports);
  const own = stack('own', named.own);
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
  const sorted = (side: 'from' | 'to') => {
    const weights = new Map(named[side].map((name) => [name, weight(side)(name)]));
    return named[side].toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
  };
  const columns = [stack('from', sorted('from')), own, stack('to', sorted('to'))];
  const tallest = Math.max(...columns.map(heightOf));
  const boxes = columns.flatMap((column) => {
    const down = (tallest - heightOf(column)) / 2;
    return column.map((box) => ({ ...box, y: box.y + down }));
  });
  const arrows = arrowsBetween(flows, ends, boxes, ports);
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

/** Names that differ by their capitals alone are one: as it was written first. */
function inOneSpelling(flows: readonly MapFlow[]): readonly MapFlow[] {
  const first = new Map<string, string>();
  const spelt = (name: string) => {
    const key = plain(name).toLowerCase();
    if (!first.has(key)) first.set(key, name);
    return first.get(key) ?? name;
  };
  return flows.map((flow) => ({ ...flow, from: spelt(flow.from), to: spelt(flow.to) }));
}

/** People write one name in several ways: blanks and capitals are evened out, the rest is for them to see. */
function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

function namesBySide(ends: readonly (readonly [End, End])[]): Partial<Record<MapSide, readonly string[]>> {
  const names = Object.groupBy(ends.flat(), ({ side }) => side);
  return Object.fromEntries(
    Object.entries(names).map(([side, all]) => [side, [...new Set(all.map(({ name }) => name))]]),
  );
}

function placed(side: MapSide, names: readonly string[], flows: readonly MapFlow[], ports: Ports): readonly MapBox[] {
  let y = TOP;
  return names.map((name) => {
    const lines = broken(name);
    const note = side === 'to' ? countryOf(name, flows) : undefined;
    const written = 2 * PADDING + LINE * (lines.length + (note === undefined ? 0 : 1));
    const height = Math.max(written, APART * (mostAt(ports, side, name) + 1));
    const box = { side, name, lines, note, x: LEFT[side], y, width: BOX, height };
    y += height + GAP;
    return box;
  });
}

/** Words that together name nothing but the United Kingdom. */
const AT_HOME =
  /\b(?:the|and|u\.?k\.?|united kingdom|gb|great britain|england|scotland|wales|northern ireland|london|cardiff)(?![\p{L}\d])/giu;

/** Where a recipient keeps what it gets, when that is abroad. */
function countryOf(name: string, flows: readonly MapFlow[]): string | undefined {
  const countries = flows
    .filter(({ to, direction }) => direction === 'out' && plain(to) === name)
    .flatMap(({ country }) => (isAbroad(country) ? [plain(country)] : []));
  return countries.length > 0 ? [...new Set(countries)].join(', ') : undefined;
}

/** Whether a country was named and is not the United Kingdom, or not it alone. */
export function isAbroad(country: string | undefined): country is string {
  return country !== undefined && /[\p{L}\d]/u.test(country.replace(AT_HOME, ''));
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

/**
 * Arrows leave and reach a box one below the other, so that none lies upon another: in the order in which the boxes at their
 * other ends stand, so that few cross, and otherwise in that of the table.
 */
function arrowsBetween(
  flows: readonly MapFlow[],
  ends: readonly (readonly [End, End])[],
  boxes: readonly MapBox[],
  ports: Ports,
): readonly MapArrow[] {
  const byEnd = new Map(boxes.map((box) => [`${box.side} ${box.name}`, box]));
  const boxOf = ({ side, name }: End) => byEnd.get(`${side} ${name}`);
  const down = new Map<string, number>();
  for (const list of ports.values()) {
    const sorted = list.toSorted((a, b) => (boxOf(a.other)?.y ?? 0) - (boxOf(b.other)?.y ?? 0));
    sorted.forEach(({ end }, i) => {
      down.set(end, (i + 1) / (sorted.length + 1));
    });
  }
  return flows.flatMap((flow, i): MapArrow[] => {
    const pair = ends[i];
    const [a, b] = pair ?? [];
    const [from, to] = [a && boxOf(a), b && boxOf(b)];
    if (!pair || !from || !to) return [];
    const number = i + 1;
    const y1 = from.y + from.height * (down.get(`${i} from`) ?? 0.5);
    const y2 = to.y + to.height * (down.get(`${i} to`) ?? 0.5);
    if (flow.direction === 'within') return [{ number, flow, ...loop(from, y1, y2) }];
    const [x1, x2] = [from.x + from.width, to.x];
    const middle = (x1 + x2) / 2;
    return [
      {
        number,
        flow,
        ...curve([x1, y1], [middle, y1], [middle, y2], [x2, y2], flow.direction === 'in' ? MARK : 1 - MARK),
      },
    ];
  });
}

type Point = readonly [x: number, y: number];

/** A curve by its four points, with the point of it that is `t` on its way. */
function curve(a: Point, b: Point, c: Point, d: Point, t: number): Pick<MapArrow, 'path' | 'at'> {
  const s = 1 - t;
  const on = (axis: 0 | 1) => s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis];
  const [start, ...rest] = [a, b, c, d].map(([x, y]) => `${round(x)} ${round(y)}`);
  return { path: `M${start} C${rest.join(' ')}`, at: { x: round(on(0)), y: round(on(1)) } };
}

/** Within, data goes out and back in on the right side of our own systems. */
function loop({ x, width }: MapBox, y1: number, y2: number): Pick<MapArrow, 'path' | 'at'> {
  const edge = x + width;
  const far = edge + 60;
  const [top, foot] = y1 === y2 ? [y1 - 6, y2 + 6] : [y1, y2];
  return curve([edge, top], [far, top], [far, foot], [edge, foot], MARK);
}

/** The ends of flows at each side of each box, in the order of the table, with the box at the other end. */
type Ports = ReadonlyMap<string, readonly { readonly end: string; readonly other: End }[]>;

function portsOf(ends: readonly (readonly [End, End])[]): Ports {
  const ports = new Map<string, { readonly end: string; readonly other: End }[]>();
  const add = (way: 'out' | 'in', { side, name }: End, end: string, other: End) => {
    const key = `${side} ${name} ${way}`;
    const known = ports.get(key);
    if (known) known.push({ end, other });
    else ports.set(key, [{ end, other }]);
  };
  ends.forEach(([a, b], i) => {
    add('out', a, `${i} from`, b);
    // Arrows within come back in where others leave.
    add(a.side === 'own' && b.side === 'own' ? 'out' : 'in', b, `${i} to`, a);
  });
  return ports;
}

/** How many ends stand at most on one side of a box. */
function mostAt(ports: Ports, side: MapSide, name: string): number {
  return Math.max(...['out', 'in'].map((way) => ports.get(`${side} ${name} ${way}`)?.length ?? 0));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
