// What an account may be for, in plain words.

export const ROLES = {
  clinician: ['Clinician', 'treats clients and reads their words'],
  supervisor: ['Supervisor', 'reads courses and quotes of supervisees’ clients who agreed'],
  researcher: ['Researcher', 'reads released, de-identified text only'],
  reviewer: ['Reviewer', 'checks the de-identification of clients assigned to them'],
  privacy_officer: ['Privacy officer', 'keeps consents, releases and erases; sees no words'],
  admin: ['Administrator', 'keeps accounts and ties; sees no words'],
};
