import { type Activity, BotAdapter, type ResourceResponse, type TurnContext } from 'botbuilder'

/** An adapter that sends nothing: what owners read is in the outcome, which the turn commits and then delivers. */
export class SilentAdapter extends BotAdapter {
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((_, index) => ({ id: String(index) }))
  }

  override async updateActivity(): Promise<undefined> {
    return undefined
  }

  override async deleteActivity(): Promise<void> {}

  override async continueConversation(): Promise<void> {
    throw new Error('the dialog runtime never speaks first')
  }
}
