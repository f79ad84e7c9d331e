import type { TFunction } from "i18next";
import type { LineOnDuty } from "../../web/api/shapes.ts";
import { until, whenRoundly } from "../times.ts";
import type { Reader } from "../wall-clock.ts";

export interface HeadlineSentence {
	readonly text: string;
	/** Whether it tells of a gap. */
	readonly isGap: boolean;
}

/** Who has the line, in words; whoever a call reaches first is named first. */
export function headline(
	line: LineOnDuty,
	now: Date,
	reader: Reader,
	t: TFunction,
): HeadlineSentence[] {
	const office = { text: officeSentence(line, now, reader, t), isGap: false };
	const [duty] = Object.values(line.duties);
	if (!duty) return [office];
	const onDuty = {
		text: dutySentence(duty, now, reader, t),
		isGap: duty.person === null,
	};
	return line.office.open ? [office, onDuty] : [onDuty, office];
}

function officeSentence(
	{ office }: LineOnDuty,
	now: Date,
	reader: Reader,
	t: TFunction,
): string {
	const end = office.until === null ? null : new Date(office.until);
	if (office.open)
		return end
			? t("now.officeOpen", { until: until(end, now, reader) })
			: t("now.officeAlwaysOpen");
	return end
		? t("now.officeOpens", { when: whenRoundly(end, now, reader) })
		: t("now.officeClosed");
}

function dutySentence(
	duty: LineOnDuty["duties"][string],
	now: Date,
	reader: Reader,
	t: TFunction,
): string {
	const end =
		duty.until === null ? "" : until(new Date(duty.until), now, reader);
	if (duty.person === null)
		return end === "" ? t("now.nobodyAlways") : t("now.nobody", { until: end });
	const name = duty.name ?? duty.person;
	return end === ""
		? t("now.onDutyAlways", { name })
		: t("now.onDuty", { name, until: end });
}
