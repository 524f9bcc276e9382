type GridProps = {
  /** Scale of the items that count. */
  readonly y: { (value: number): number; ticks(count: number): number[] };
  readonly left: number;
  readonly right: number;
};

/** Lines across a chart at round numbers of items, each with its number at the left. */
export function ItemGrid({ y, left, right }: GridProps) {
  return y.ticks(5).map((tick) => (
    <g key={tick}>
      <line className="app-chart__grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
      <text className="app-chart__label" x={left - 8} y={y(tick) + 5} textAnchor="end">
        {tick}
      </text>
    </g>
  ));
}
