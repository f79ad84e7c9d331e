import {
	keepPreviousData,
	useInfiniteQuery,
	useMutation,
	useQuery,
} from "@tanstack/react-query";
import type {
	AuditActors,
	AuditPage,
	Reconciliations,
	VerificationAnswer,
} from "../../web/api/audit-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** What is looked for; an empty text looks for everything. */
export interface Wanted {
	readonly actor: string;
	readonly kind: string;
	readonly subject: string;
	/** Instants. */
	readonly from: string;
	readonly to: string;
	readonly text: string;
}

export function queryOf(wanted: Partial<Wanted> & { cursor?: string }): string {
	const given = Object.entries(wanted).filter(([, value]) => value !== "");
	return new URLSearchParams(given).toString();
}

export function useEntries(wanted: Wanted) {
	const { language } = useLanguage();
	return useInfiniteQuery({
		queryKey: ["proof", "entries", wanted],
		initialPageParam: "",
		queryFn: ({ signal, pageParam }) =>
			ask<AuditPage>(
				`/api/audit?${queryOf({ ...wanted, cursor: pageParam })}`,
				language,
				{ signal },
			),
		getNextPageParam: (page) => page.next ?? undefined,
		placeholderData: keepPreviousData,
	});
}

export function useActors() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["proof", "actors"],
		queryFn: ({ signal }) =>
			ask<AuditActors>("/api/audit/actors", language, { signal }),
	});
}

export function useVerification() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["proof", "verification", language],
		queryFn: ({ signal }) =>
			ask<VerificationAnswer>("/api/audit/verification", language, { signal }),
	});
}

export function useReconciliations() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["proof", "reconciliations"],
		queryFn: ({ signal }) =>
			ask<Reconciliations>("/api/reconciliations", language, { signal }),
	});
}

/** Has a job of the service begun; what it shows comes by itself. */
export function useAsk(
	path: "/api/reconciliations" | "/api/audit/verification",
) {
	const { language } = useLanguage();
	return useMutation({
		mutationFn: () =>
			ask<{ asked: boolean }>(path, language, { method: "POST" }),
	});
}
