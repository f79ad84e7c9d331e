// biome-ignore-all lint/a11y/useSemanticElements: no table has bars that stand at their times
// biome-ignore-all lint/a11y/useFocusableInteractive: only the bars take the focus, one of them by Tab
import { type CSSProperties, memo } from "react";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { hueOf, Initials, initialsOf, NoInitials } from "../../person.tsx";
import type { Bar, Row, Shade } from "./board.ts";
import styles from "./grid.module.css";
import type { Labels } from "./labels.ts";
import type { Piece } from "./pieces.ts";
import { cutTo, partOf } from "./view.ts";

interface RowProps {
	readonly row: Row;
	/** Else it has its name and its height, and its bars come soon. */
	readonly isFilled: boolean;
	readonly view: TimeSpan;
	readonly labels: Labels;
	/** All duties, so that the first can be told from the others. */
	readonly duties: readonly string[];
	/** The bar that is reached by Tab, if it is in this row. */
	readonly current: string | null;
	readonly picked: string | null;
}

/** A person, a duty, or nobody, with what they have. */
export const GridRow = memo(function GridRow(props: RowProps) {
	const { row, isFilled, view, labels } = props;
	return (
		<div
			role="row"
			className={styles.row}
			data-kind={row.kind}
			data-row={row.id}
			style={{ "--lanes": row.lanes } as CSSProperties}
		>
			<div role="rowheader" className={styles.name}>
				<RowName row={row} labels={labels} />
			</div>
			<div role="presentation" className={styles.track}>
				{isFilled
					? row.shades.map((shade) => (
							<ShadeOf
								key={shade.id}
								shade={shade}
								view={view}
								labels={labels}
							/>
						))
					: null}
				{isFilled
					? row.bars.map((bar) => (
							<BarCell key={bar.piece.id} bar={bar} {...props} />
						))
					: null}
			</div>
		</div>
	);
});

function RowName({ row, labels }: { row: Row; labels: Labels }) {
	if (row.kind === "duty") return <span>{labels.duty(row.of)}</span>;
	if (row.kind === "nobody")
		return (
			<>
				<NoInitials />
				<span>{labels.person(null)}</span>
			</>
		);
	const name = labels.person(row.of);
	return (
		<>
			<Initials id={row.of} name={name} />
			<span>{name}</span>
		</>
	);
}

function BarCell({
	bar,
	row,
	view,
	labels,
	duties,
	current,
	picked,
}: RowProps & { bar: Bar }) {
	const { piece, isChanged, lane } = bar;
	const { person, because } = piece;
	const kind =
		because.kind === "gap"
			? "gap"
			: because.kind === "intended-gap"
				? "intended"
				: "held";
	return (
		<div
			role="gridcell"
			tabIndex={piece.id === current ? 0 : -1}
			aria-selected={piece.id === picked || undefined}
			className={styles.bar}
			data-bar={piece.id}
			data-kind={kind}
			data-hue={person === null ? undefined : hueOf(person)}
			data-second={
				(kind === "held" && row.kind !== "duty" && piece.duty !== duties[0]) ||
				undefined
			}
			data-changed={isChanged || undefined}
			data-narrow={isNarrow(view, piece) || undefined}
			style={
				{
					...partOf(view, piece.start, piece.end),
					"--of-lane": lane,
				} as CSSProperties
			}
		>
			<span className={styles.said}>{labels.bar(bar)}</span>
			<BarWords
				bar={bar}
				row={row}
				labels={labels}
				duties={duties}
				isNarrow={isNarrow(view, piece)}
			/>
		</div>
	);
}

function BarWords({
	bar: { piece },
	row,
	labels,
	duties,
	isNarrow,
}: { bar: Bar; isNarrow: boolean } & Pick<
	RowProps,
	"row" | "labels" | "duties"
>) {
	const isOnly = duties.length === 1;
	if (piece.person === null)
		return (
			<>
				<span aria-hidden className={styles.who}>
					{labels.extent(piece)}
				</span>
				{row.kind === "duty" || isOnly ? null : (
					<span aria-hidden>{labels.duty(piece.duty)}</span>
				)}
			</>
		);
	const name = labels.person(piece.person);
	const word = isOnly ? name : labels.duty(piece.duty);
	const hours = `${labels.clock(piece.start)}–${labels.clock(piece.end)}`;
	if (row.kind === "duty")
		return (
			<>
				<span aria-hidden className={styles.who}>
					{initialsOf(name)}
				</span>
				<span aria-hidden>{name}</span>
				<span aria-hidden>{hours}</span>
			</>
		);
	return (
		<>
			<span aria-hidden className={styles.who}>
				{isNarrow ? word.slice(0, 1) : word}
			</span>
			<span aria-hidden>{hours}</span>
		</>
	);
}

function ShadeOf({
	shade,
	view,
	labels,
}: {
	shade: Shade;
	view: TimeSpan;
	labels: Labels;
}) {
	return (
		<div
			className={styles.shade}
			aria-hidden
			data-kind={shade.kind}
			data-hue={shade.person === null ? undefined : hueOf(shade.person)}
			title={labels.shade(shade)}
			style={
				{
					...partOf(view, shade.start, shade.end),
					"--of-lane": shade.lane,
				} as CSSProperties
			}
		/>
	);
}

/** Of so little of the view a word would be cut off; its first letter is not. */
const narrowPerCent = 9.5;

function isNarrow(view: TimeSpan, { start, end }: Piece): boolean {
	const { width } = cutTo(view, start, end);
	return width < narrowPerCent;
}
