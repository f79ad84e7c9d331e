import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/**
 * An address that the browser shows a file from: its own where a session opens it, else one of bytes fetched with the headers. null until
 * it is here.
 */
export function useFileSource(
	url: string,
	headers: Readonly<Record<string, string>>,
): string | null {
	const isOpen = Object.keys(headers).length === 0;
	const { data } = useQuery({
		queryKey: ["files", url],
		enabled: !isOpen,
		staleTime: Number.POSITIVE_INFINITY,
		queryFn: async ({ signal }) => {
			const response = await fetch(url, { headers, signal });
			if (!response.ok) throw new Error(`${response.status}`);
			return response.blob();
		},
	});
	const [made, setMade] = useState<string | null>(null);
	useEffect(() => {
		if (!data) return;
		const address = URL.createObjectURL(data);
		setMade(address);
		return () => URL.revokeObjectURL(address);
	}, [data]);
	return isOpen ? url : made;
}
