import type { ComponentType } from "react";
import type { Session } from "../../web/api/shapes.ts";
import { fetched } from "../fetched.tsx";
import { TimelinePage } from "./first-page.ts";

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
	readonly page: ComponentType;
}

/** In the order of the navigation. */
export const rotaPages: readonly RotaPage[] = [
	{
		name: "shifts",
		permission: "see the rota",
		label: "shifts",
		page: TimelinePage,
	},
	{
		name: "plan",
		permission: "see the rota",
		label: "plan",
		page: fetched(() => import("./plan/plan-page.tsx")),
	},
	{
		name: "swaps",
		permission: "settle swaps",
		label: "swaps",
		page: fetched(() => import("./swaps/swaps-page.tsx")),
	},
	{
		name: "absences",
		permission: "see everybody's absences",
		label: "absences",
		page: fetched(() => import("./absences/absences-page.tsx")),
	},
	{
		name: "notices",
		permission: "see duty notices",
		label: "notices",
		page: fetched(() => import("./notices/notices-page.tsx")),
	},
	{
		name: "what-if",
		permission: "ask what would happen",
		label: "whatIf",
		page: fetched(() => import("./what-if/what-if-page.tsx")),
	},
	{
		name: "fairness",
		permission: "see fairness",
		label: "fairness",
		page: fetched(() => import("./fairness/fairness-page.tsx")),
	},
	{
		name: "calendars",
		permission: "keep one's own calendar feed",
		label: "calendars",
		page: fetched(() => import("./calendars/calendars-page.tsx")),
	},
	{
		name: "versions",
		permission: "see the rota",
		label: "versions",
		page: fetched(() => import("./versions/versions-page.tsx")),
	},
	{
		name: "import",
		permission: "edit the rota",
		label: null,
		page: fetched(() => import("./import-file/import-page.tsx")),
	},
	{
		name: "publish",
		permission: "edit the rota",
		label: null,
		page: fetched(() => import("./gate/gate-page.tsx")),
	},
];
