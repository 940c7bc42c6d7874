import type { AppEnv } from '../http/app-env.ts'
import type { Session } from '../staff/session.ts'
import type { CallerKind } from './policy.ts'

/** What every handler finds once the policy has let the caller in. */
export interface PolicyEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { caller: CallerKind; session: Session | undefined }
}

/** The same on routes that only staff may call. */
export interface DeskEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { caller: CallerKind; session: Session }
}
