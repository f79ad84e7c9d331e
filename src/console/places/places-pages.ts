import type { ComponentType } from "react";
import type { Session } from "../../web/api/shapes.ts";
import { fetched } from "../fetched.tsx";

interface PlacesPage {
	/** The last part of its address. */
	readonly name: "" | "tenants" | "import" | "data-request";
	readonly permission: Session["may"][number];
	readonly label: "properties" | "tenants" | "import" | "dataRequest";
	readonly page: ComponentType;
}

/** In the order of the navigation. */
export const placesPages: readonly PlacesPage[] = [
	{
		name: "",
		permission: "see places",
		label: "properties",
		page: fetched(() => import("./properties-page.tsx")),
	},
	{
		name: "tenants",
		permission: "see tenants",
		label: "tenants",
		page: fetched(() => import("./tenants-page.tsx")),
	},
	{
		name: "import",
		permission: "keep places",
		label: "import",
		page: fetched(() => import("./import-page.tsx")),
	},
	{
		name: "data-request",
		permission: "answer data requests",
		label: "dataRequest",
		page: fetched(() => import("./data-request-page.tsx")),
	},
];
