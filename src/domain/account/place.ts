/** Where attempts come from: whoever has one IPv6 address has a whole network of them. */

/** The address itself, or the /64 network of an IPv6 address; null is one place too. */
export function placeOf(address: string | null): string {
	if (address === null) return "";
	const [bare = ""] = address.toLowerCase().split("%");
	if (!bare.includes(":")) return bare;
	const [head = "", tail] = bare.split("::");
	const before = head === "" ? [] : head.split(":");
	const after = tail ? tail.split(":") : [];
	const zeros = Array<string>(Math.max(0, 8 - before.length - after.length));
	const groups =
		tail === undefined ? before : [...before, ...zeros.fill("0"), ...after];
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":")}::/64`;
}
