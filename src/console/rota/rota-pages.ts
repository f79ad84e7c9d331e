import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Session } from "../../web/api/shapes.ts";

/** A page of a line's rota: the last part of its address, who sees it, and how the navigation calls it. */
interface RotaPage {
	readonly name: string;
	readonly permission: Session["may"][number];
	/** null: reached from another page only. */
	readonly label:
		| "shifts"
		| "plan"
		| "swaps"
		| "absences"
		| "whatIf"
		| "fairness"
		| "calendars"
		| "notices"
		| "versions"
		| null;
	readonly page: LazyExoticComponent<ComponentType>;
}

/** In the order of the navigation. */
export const rotaPages: readonly RotaPage[] = [
	{
		name: "shifts",
		permission: "see the rota",
		label: "shifts",
		page: lazy(() => import("./timeline/timeline-page.tsx")),
	},
	{
		name: "plan",
		permission: "see the rota",
		label: "plan",
		page: lazy(() => import("./plan/plan-page.tsx")),
	},
	{
		name: "swaps",
		permission: "settle swaps",
		label: "swaps",
		page: lazy(() => import("./swaps/swaps-page.tsx")),
	},
	{
		name: "absences",
		permission: "see everybody's absences",
		label: "absences",
		page: lazy(() => import("./absences/absences-page.tsx")),
	},
	{
		name: "notices",
		permission: "see duty notices",
		label: "notices",
		page: lazy(() => import("./notices/notices-page.tsx")),
	},
	{
		name: "what-if",
		permission: "ask what would happen",
		label: "whatIf",
		page: lazy(() => import("./what-if/what-if-page.tsx")),
	},
	{
		name: "fairness",
		permission: "see fairness",
		label: "fairness",
		page: lazy(() => import("./fairness/fairness-page.tsx")),
	},
	{
		name: "calendars",
		permission: "keep one's own calendar feed",
		label: "calendars",
		page: lazy(() => import("./calendars/calendars-page.tsx")),
	},
	{
		name: "versions",
		permission: "see the rota",
		label: "versions",
		page: lazy(() => import("./versions/versions-page.tsx")),
	},
	{
		name: "import",
		permission: "edit the rota",
		label: null,
		page: lazy(() => import("./import-file/import-page.tsx")),
	},
	{
		name: "publish",
		permission: "edit the rota",
		label: null,
		page: lazy(() => import("./gate/gate-page.tsx")),
	},
];
