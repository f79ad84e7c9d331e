import { useQuery } from "@tanstack/react-query";
import type { Rota } from "../../domain/rota/rota.ts";
import type {
	RotaDraftView,
	RotasView,
	RotaVersionView,
	RotaView,
} from "../../web/api/rota-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import type { DeskInputs } from "./desk.tsx";

/** What the rota's pages ask of the service. */

/** A published rota with its document as the engine takes it; what the service sends was checked before it was published. */
export type LoadedRota = Omit<RotaView, "rota" | keyof DeskInputs> &
	DeskInputs & { readonly rota: Rota };

export function rotaPath(line: string, rest = ""): string {
	return `/api/rotas/${encodeURIComponent(line)}${rest}`;
}

export function useRotas() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", "all"],
		queryFn: ({ signal }) => ask<RotasView>("/api/rotas", language, { signal }),
	});
}

/** The newest published rota of a line, or an older version. */
export function usePublishedRota(line: string, version?: number) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", line, version ?? "newest"],
		queryFn: ({ signal }) =>
			ask<LoadedRota>(
				rotaPath(line, version ? `?version=${version}` : ""),
				language,
				{ signal },
			),
	});
}

export interface DraftAnswer {
	readonly draft:
		| (Omit<RotaDraftView, "rota"> & { readonly rota: Rota })
		| null;
	readonly others: readonly {
		readonly name: string;
		readonly updatedAt: string;
	}[];
}

/** The draft that the service keeps of whoever is signed in; read once, for from then on it is changed here. */
export function useKeptDraft(line: string, isAllowed: boolean) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota-draft", line],
		enabled: isAllowed,
		gcTime: 0,
		queryFn: ({ signal }) =>
			ask<DraftAnswer>(rotaPath(line, "/draft"), language, { signal }),
	});
}

export function useRotaVersions(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", line, "versions"],
		queryFn: ({ signal }) =>
			ask<{ versions: RotaVersionView[] }>(
				rotaPath(line, "/versions"),
				language,
				{ signal },
			),
	});
}
