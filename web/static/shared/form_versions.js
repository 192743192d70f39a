/** The zone's data may change while a page is open: whether the page knows the forms that its reports are on by now. */

/**
 * @param {readonly import("./protocol.js").FormPage[]} forms  as the page knows them
 * @param {readonly import("./protocol.js").ReportView[]} reports
 */
export function isBehind(forms, reports) {
  return reports.some((view) => forms.some(({ id, version }) => id === view.form && version < view.form_version));
}
