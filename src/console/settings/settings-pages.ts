import type { ComponentType } from "react";
import type { Session } from "../../web/api/shapes.ts";
import { fetched } from "../fetched.tsx";

/** A page of the settings: the last part of its address, who sees it, and how the navigation calls it. */
interface SettingsPage {
	readonly name: string;
	readonly permission: Session["may"][number];
	readonly label: "subjects" | "serviceClasses" | "messages";
	readonly page: ComponentType;
}

/** In the order of the navigation; the first one is there without a name. */
export const settingsPages: readonly SettingsPage[] = [
	{
		name: "subjects",
		permission: "keep ticket settings",
		label: "subjects",
		page: fetched(() => import("./subjects/subjects-page.tsx")),
	},
	{
		name: "service-classes",
		permission: "keep ticket settings",
		label: "serviceClasses",
		page: fetched(() => import("./service-classes/service-classes-page.tsx")),
	},
	{
		name: "messages",
		permission: "keep ticket settings",
		label: "messages",
		page: fetched(() => import("./messages/messages-page.tsx")),
	},
];
