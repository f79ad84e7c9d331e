export const en = {
	pages: "Pages of the settings",
	subjects: "Subjects",
	serviceClasses: "Due times",
	messages: "Messages",
};

export type Words = typeof en;
