import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useLanguage } from "../language.tsx";
import { useLogWords } from "./log-words.ts";

/** The log as it is filtered, to be opened as a spreadsheet; by a plain link, so that the browser saves it while it comes. */
export function ExportMenu({ asked }: { asked: string }) {
	const say = useLogWords();
	const { language } = useLanguage();
	const address = (format: string) => {
		const query = new URLSearchParams(asked);
		query.set("format", format);
		query.set("lang", language);
		return `/api/ticket-log/export?${query}`;
	};
	return (
		<Menu position="bottom-end" withInitialFocusPlaceholder={false}>
			<Menu.Target>
				<Button
					variant="default"
					leftSection={<IconDownload size={18} aria-hidden />}
				>
					{say("export.menu")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{(["xlsx", "csv"] as const).map((format) => (
					<Menu.Item key={format} component="a" href={address(format)} download>
						{say(`export.${format}`)}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
