// src/formats/csv-row.ts
const QUOTE = "\"";
/**
* The fields of one row of CSV (https://www.rfc-editor.org/rfc/rfc4180), as Go's encoding/csv writes it: a field with a
* comma, quote or line break is quoted, and a quote inside it is doubled. null if a quote is not closed, or if text
* follows a closing quote.
*/
function parseCsvRow(row) {
	if (!row.includes(QUOTE)) return row.split(",");
	const fields = [];
	let at = 0;
	for (;;) {
		const field = row[at] === QUOTE ? quotedField(row, at) : plainField(row, at);
		if (field === null) return null;
		fields.push(field.text);
		if (field.end === row.length) return fields;
		at = field.end + 1;
	}
}
function plainField(row, start) {
	const comma = row.indexOf(",", start);
	const end = comma < 0 ? row.length : comma;
	return {
		text: row.slice(start, end),
		end
	};
}
function quotedField(row, start) {
	let end = row.indexOf(QUOTE, start + 1);
	while (end >= 0 && row[end + 1] === QUOTE) end = row.indexOf(QUOTE, end + 2);
	if (end < 0 || end + 1 < row.length && row[end + 1] !== ",") return null;
	return {
		text: row.slice(start + 1, end).replaceAll("\"\"", QUOTE),
		end: end + 1
	};
}
export { parseCsvRow as t };
