/** Codes of the second factor: which are taken, and when not again. */

/** A code stands for one step of time (RFC 6238). */
export const stepSeconds = 30;

/** One step either way is forgiven, for clocks differ and people type slowly. */
export const stepsForgiven = 1;

/** Whether the code of this step may still be taken: neither it nor an earlier one has been. */
export function isFreshStep(step: number, lastStep: number | null): boolean {
	return lastStep === null || step > lastStep;
}

/** How many recovery codes are made at once. */
export const recoveryCodeCount = 10;

/** As it was shown, however it is typed: without spaces and hyphens, in small letters; null when it cannot be one. */
export function recoveryCodeOf(text: string): string | null {
	const code = text.replaceAll(/[\s-]/g, "").toLowerCase();
	return /^[a-z2-7]{16}$/.test(code) ? code : null;
}
