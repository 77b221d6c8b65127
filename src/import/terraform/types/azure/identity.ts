import { anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { namesOf, of, parentOf } from '../blocks.ts'

const USER = 'azuread_user'
const GUEST = 'azuread_invitation'
const GROUP = 'azuread_group'
const PRINCIPALS = [USER, GUEST, GROUP, 'azuread_service_principal', 'azurerm_user_assigned_identity']

/** Roles that change settings, access or data; what a role of another name may do is not known here. */
const administers = (role: string): boolean | undefined => {
  if (/^(Owner|Contributor)$|Administrator$/.test(role)) return true
  return role === 'Reader' ? false : undefined
}

const administrative = (grant: Planned): Setting<boolean> =>
  read(grant.text('role_definition_name'), (role) => administers(role))

/** Roles in the directory are given by the id of a role: of all of them, one resource in the plan tells the name. */
function directoryRole(grant: Planned): Setting<boolean> {
  const role = parentOf(grant, 'role_id', ['azuread_directory_role'])
  if (role === undefined) return open('role_id', 'not-understood')
  return of(
    role,
    read(role.text('display_name'), (name) => /Administrator$/.test(name) || undefined),
  )
}

/** What is granted to a user or a group, and to the groups that it is in; without any grant in the plan, nothing is known. */
function granted(principal: Planned, depth = 0): Setting<boolean> {
  const grants = [
    ...saidOf(principal, 'azurerm_role_assignment', administrative),
    ...saidOf(principal, 'azuread_directory_role_assignment', directoryRole),
    ...(depth > 3 ? [] : saidOf(principal, 'azuread_group_member', (member) => throughGroup(member, depth))),
  ]
  const [first, ...others] = grants
  return first === undefined ? open('azurerm_role_assignment', 'not-in-file') : anyOf(first, ...others)
}

function throughGroup(member: Planned, depth: number): Setting<boolean> {
  const group = namesOf(member, 'group_object_id', [GROUP])
  const [one] = group.is ?? []
  return one === undefined ? open('group_object_id', group.open ?? 'not-in-file') : granted(one, depth + 1)
}

function saidOf(principal: Planned, type: string, says: (grant: Planned) => Setting<boolean>): Setting<boolean>[] {
  const parts = principal.parts(type)
  if (parts.open !== undefined) return [open(parts.attribute, parts.open)]
  return (parts.is as readonly Planned[]).map((grant) => of(grant, says(grant)))
}

/** A user of the directory. Only what the plan grants counts: the directory may have granted more. */
const user = (resource: Planned): Described => {
  const name = resource.text('user_principal_name').is
  const administrator = granted(resource)
  return {
    login: {
      ...(name === undefined ? {} : { name }),
      interactive: resource.flag('account_enabled'),
      administrative: administrator.is === false ? open('azurerm_role_assignment', 'not-in-file') : administrator,
    },
  }
}

/** A guest: whoever is invited logs in. */
const guest = (resource: Planned): Described => {
  const name = resource.text('user_email_address').is
  return {
    login: {
      ...(name === undefined ? {} : { name }),
      interactive: set('user_email_address', true),
      administrative: open('azurerm_role_assignment', 'not-in-file'),
    },
  }
}

/** A role that is assigned to somebody outside the plan. Of that somebody only the id is known. */
const assignment = (resource: Planned): Described => {
  if (parentOf(resource, 'principal_id', PRINCIPALS) !== undefined) return {}
  const type = read(resource.text('principal_type'), (value) => value !== 'ServicePrincipal')
  if (type.is === false) return {}
  const name = resource.text('principal_id').is
  return {
    login: { ...(name === undefined ? {} : { name }), interactive: type, administrative: administrative(resource) },
  }
}

const granting = (...reads: readonly string[]): Mapping => ({ service: 'none', region: 'global', reads })

/** Users, groups and their roles. */
export const identity: Mappings = {
  [USER]: { service: 'none', region: 'global', reads: ['user_principal_name', 'account_enabled'], describe: user },
  [GUEST]: { service: 'none', region: 'global', reads: ['user_email_address'], describe: guest },
  [GROUP]: granting(),
  azuread_group_member: {
    service: 'none',
    region: 'global',
    reads: ['group_object_id', 'member_object_id'],
    partOf: { attribute: 'member_object_id', types: PRINCIPALS },
  },
  azuread_directory_role: granting('display_name'),
  azuread_directory_role_assignment: {
    service: 'none',
    region: 'global',
    reads: ['role_id', 'principal_object_id'],
    partOf: { attribute: 'principal_object_id', types: PRINCIPALS },
  },
  azurerm_role_assignment: {
    service: 'none',
    region: 'global',
    reads: ['principal_id', 'principal_type', 'role_definition_name'],
    partOf: { attribute: 'principal_id', types: PRINCIPALS },
    describe: assignment,
  },
  ...Object.fromEntries(
    [
      'azuread_administrative_unit',
      'azuread_administrative_unit_member',
      'azuread_app_role_assignment',
      'azuread_application',
      'azuread_application_api_access',
      'azuread_application_certificate',
      'azuread_application_federated_identity_credential',
      'azuread_application_identifier_uri',
      'azuread_application_password',
      'azuread_application_pre_authorized',
      'azuread_application_redirect_uris',
      'azuread_application_registration',
      'azuread_conditional_access_policy',
      'azuread_custom_directory_role',
      'azuread_group_role_management_policy',
      'azuread_named_location',
      'azuread_service_principal',
      'azuread_service_principal_certificate',
      'azuread_service_principal_delegated_permission_grant',
      'azuread_service_principal_password',
      'azurerm_federated_identity_credential',
      'azurerm_pim_active_role_assignment',
      'azurerm_pim_eligible_role_assignment',
      'azurerm_role_definition',
      'azurerm_user_assigned_identity',
    ].map((type) => [type, granting()]),
  ),
}
