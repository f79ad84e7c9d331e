import { Kbd, Modal, Table } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useLocation } from "wouter";
import { useLanguage } from "./language.tsx";

/** The keys of the page, shown by `?`. */
export function Keys() {
	const { t } = useLanguage();
	const [isOpen, { toggle, close }] = useDisclosure(false);
	useHotkeys([["?", toggle, { usePhysicalKeys: false }]]);
	const [place] = useLocation();
	const keys = /^\/rota\/[^/]+$/.test(place)
		? [
				["← → ↑ ↓", t("keys.shifts")],
				["Space", t("keys.shift")],
				["Enter", t("keys.pick")],
				["↑ ↓", t("keys.who")],
				["← →", t("keys.hours")],
				["Tab", t("keys.grip")],
				["Esc", t("keys.putBack")],
				["Delete", t("keys.remove")],
				["Ctrl Z", t("keys.undo")],
				["?", t("keys.show")],
			]
		: /^\/tickets\/[^/]+$/.test(place)
			? [
					["a", t("keys.acknowledge")],
					["g", t("keys.assign")],
					["m", t("keys.merge")],
					["n", t("keys.note")],
					["e", t("keys.edit")],
					["p", t("keys.print")],
					["?", t("keys.show")],
				]
			: place === "/tickets"
				? [
						["/", t("keys.searchTickets")],
						["↑ ↓", t("keys.move")],
						["Home End", t("keys.ends")],
						["Enter", t("keys.open")],
						["?", t("keys.show")],
					]
				: [
						["/", t("keys.search")],
						["↑ ↓", t("keys.move")],
						["Enter", t("keys.expand")],
						["?", t("keys.show")],
					];
	return (
		<Modal
			opened={isOpen}
			onClose={close}
			title={t("keys.title")}
			closeButtonProps={{ "aria-label": t("keys.close") }}
			// Locking the scroll would add a style element of its own, which content security refuses.
			lockScroll={false}
		>
			<Table>
				<Table.Tbody>
					{keys.map(([key, what]) => (
						<Table.Tr key={what}>
							<Table.Td w="6rem">
								<Kbd ff="text">{key}</Kbd>
							</Table.Td>
							<Table.Td>{what}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Modal>
	);
}
