import {
	NativeSelect,
	SegmentedControl,
	Select,
	TagsInput,
	Text,
	Textarea,
} from "@mantine/core";
import { useId } from "react";
import { longestLabel, mostLabels } from "../../../domain/ticket/labels.ts";
import { placeInWords } from "../../../domain/ticket/place.ts";
import { type Urgency, urgencies } from "../../../domain/ticket/ticket.ts";
import { urgencyWord } from "../../../domain/ticket/urgency-words.ts";
import type { Ticket } from "../../../web/api/shapes.ts";
import { useLanguage } from "../../language.tsx";
import { type PickedPlace, PlacePicker } from "../../places/place-picker.tsx";
import {
	subjectName,
	subjectOptions,
	useTicketSettings,
} from "../../ticket-settings.ts";
import { useTicketWords } from "../ticket-words.ts";
import { AroundField } from "./around-field.tsx";
import { DueField } from "./due-field.tsx";
import styles from "./fields.module.css";
import { useField } from "./use-field.ts";

/** What is said of a ticket; each field saves itself. */
export function TicketFields({ ticket }: { ticket: Ticket }) {
	return (
		<div className={styles.fields}>
			<SummaryField ticket={ticket} />
			<SubjectField ticket={ticket} />
			<UrgencyField ticket={ticket} />
			<PlaceField ticket={ticket} />
			<DueField ticket={ticket} />
			<LabelsField ticket={ticket} />
			<CostsField ticket={ticket} />
		</div>
	);
}

interface OfTicket {
	readonly ticket: Ticket;
}

/** By which the key that leads to the fields finds the first of them. */
export const summaryId = "ticket-summary";

function SummaryField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const field = useField(ticket, {
		of: ({ summary }) => summary ?? "",
		told: (value) => ({ summary: value.trim() === "" ? null : value.trim() }),
	});
	return (
		<AroundField field={field} inWords={(value) => value}>
			<Textarea
				id={summaryId}
				label={say("fields.summary")}
				placeholder={say("fields.summaryHint")}
				autosize
				maxLength={200}
				value={field.value}
				onChange={(event) =>
					field.type(event.currentTarget.value.replaceAll("\n", " "))
				}
				onBlur={field.leave}
				onKeyDown={(event) => {
					if (event.key === "Enter") {
						event.preventDefault();
						field.leave();
					}
					if (event.key === "Escape") field.forget();
				}}
			/>
		</AroundField>
	);
}

function SubjectField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const { language } = useLanguage();
	const settings = useTicketSettings().data;
	const field = useField(ticket, {
		of: ({ subject }) => subject,
		told: (subject) => ({ subject }),
	});
	const inWords = (subject: string | null) =>
		subjectName(settings, subject, language) ?? "";
	return (
		<AroundField field={field} inWords={inWords}>
			<Select
				label={say("fields.subject")}
				data={subjectOptions(settings, language, ticket.subject)}
				value={field.value}
				placeholder={say("work.notKnown")}
				searchable
				clearable
				allowDeselect={false}
				clearButtonProps={{ "aria-label": say("fields.clear") }}
				nothingFoundMessage={say("work.none")}
				comboboxProps={{ withinPortal: false }}
				onChange={field.save}
			/>
		</AroundField>
	);
}

function UrgencyField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const { language } = useLanguage();
	const field = useField<Urgency>(ticket, {
		of: ({ urgency }) => urgency,
		told: (urgency) => ({ urgency }),
	});
	return (
		<AroundField
			field={field}
			inWords={(urgency) => urgencyWord(urgency, language)}
		>
			<NativeSelect
				label={say("fields.urgency")}
				value={field.value}
				data={urgencies.map((value) => ({
					value,
					label: urgencyWord(value, language),
				}))}
				onChange={(event) => field.save(event.currentTarget.value as Urgency)}
			/>
		</AroundField>
	);
}

function PlaceField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const title = useId();
	const field = useField<PickedPlace>(ticket, {
		of: ({ place: { property, stairwell, flat }, tenant }) => ({
			property: property && { id: property.id, address: property.address },
			...{ stairwell, flat },
			tenant: tenant && { id: tenant.id, name: tenant.name },
		}),
		told: ({ property, stairwell, flat, tenant }) => ({
			property: property?.id ?? null,
			...{ stairwell, flat },
			tenant: tenant?.id ?? null,
		}),
	});
	const inWords = ({ property, stairwell, flat, tenant }: PickedPlace) => {
		const address = property?.address ?? null;
		const words = placeInWords({ address, stairwell, flat });
		return [words, tenant?.name].filter(Boolean).join(", ");
	};
	return (
		<AroundField field={field} inWords={inWords}>
			<fieldset aria-labelledby={title} className={styles.place}>
				<span id={title} hidden>
					{say("fields.place")}
				</span>
				<PlacePicker value={field.value} onChange={field.save} />
			</fieldset>
		</AroundField>
	);
}

function LabelsField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const field = useField<string[]>(ticket, {
		of: ({ labels }) => [...labels],
		told: (labels) => ({ labels }),
	});
	return (
		<AroundField field={field} inWords={(labels) => labels.join(", ")}>
			<TagsInput
				label={say("fields.labels")}
				placeholder={field.value.length === 0 ? say("fields.labelsHint") : ""}
				value={field.value}
				maxTags={mostLabels}
				maxLength={longestLabel}
				acceptValueOnBlur
				comboboxProps={{ withinPortal: false }}
				onChange={field.save}
			/>
		</AroundField>
	);
}

const costs = { yes: true, no: false, unknown: null } as const;
type Costs = keyof typeof costs;

function CostsField({ ticket }: OfTicket) {
	const say = useTicketWords();
	const title = useId();
	const field = useField<boolean | null>(ticket, {
		of: (one) => one.costs,
		told: (value) => ({ costs: value }),
	});
	const answers: readonly (readonly [Costs, string])[] = [
		["yes", say("fields.costsYes")],
		["no", say("fields.costsNo")],
		["unknown", say("fields.costsUnknown")],
	];
	const nameOf = (value: boolean | null): Costs =>
		value === null ? "unknown" : value ? "yes" : "no";
	return (
		<AroundField
			field={field}
			inWords={(value) =>
				answers.find(([name]) => name === nameOf(value))?.[1] ?? ""
			}
		>
			<Text component="span" id={title} className={styles.label ?? ""}>
				{say("fields.costs")}
			</Text>
			<SegmentedControl
				fullWidth
				aria-labelledby={title}
				value={nameOf(field.value)}
				onChange={(value) => field.save(costs[value as Costs])}
				data={answers.map(([value, label]) => ({ value, label }))}
			/>
		</AroundField>
	);
}
