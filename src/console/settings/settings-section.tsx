import { MissingPage } from "../plain-pages.tsx";

export default function SettingsSection(_: { name: string }) {
	return <MissingPage />;
}
