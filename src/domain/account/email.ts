/** E-mail addresses, in the one form by which accounts are found. */

/** In small letters and without space around it; null when it is no address. */
export function emailOf(text: string): string | null {
	const email = text.normalize("NFC").trim().toLowerCase();
	const isOne =
		email.length <= 254 &&
		/^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(email);
	return isOne ? email : null;
}
