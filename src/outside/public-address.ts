import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public internet: not of this machine, its network, the carrier's or cloud's
 * inside, several machines at once, or another address in disguise. Source: IANA's special-purpose address registries.
 */
export function isPublicAddress(text: string): boolean {
	if (!ipaddr.isValid(text)) return false;
	const address = ipaddr.parse(text);
	if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress())
		return address.toIPv4Address().range() === "unicast";
	return address.range() === "unicast";
}
