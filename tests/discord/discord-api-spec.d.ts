declare module "discord-api-spec/zod" {
  import type {
    APIApplicationCommandAutocompleteResponse,
    APIInteractionResponseCallbackData,
    APIInteractionResponseChannelMessageWithSource,
    APIInteractionResponseDeferredChannelMessageWithSource,
    APIInteractionResponseDeferredMessageUpdate,
    APIInteractionResponsePong,
    APIInteractionResponseUpdateMessage,
    APIModalInteractionResponse,
    RESTPostAPIApplicationCommandsJSONBody,
  } from "discord-api-types/v10";
  import type { ZodMiniType } from "zod/mini";

  export const PongInteractionCallbackRequestSchema: ZodMiniType<APIInteractionResponsePong>;
  export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType<
    | APIInteractionResponseChannelMessageWithSource
    | APIInteractionResponseDeferredChannelMessageWithSource
  >;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType<
    APIInteractionResponseDeferredMessageUpdate | APIInteractionResponseUpdateMessage
  >;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType<APIApplicationCommandAutocompleteResponse>;
  export const ModalInteractionCallbackRequestSchema: ZodMiniType<APIModalInteractionResponse>;
  export const IncomingWebhookRequestPartialSchema: ZodMiniType<APIInteractionResponseCallbackData>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<APIInteractionResponseCallbackData>;
  export const MessageCreateRequestSchema: ZodMiniType<APIInteractionResponseCallbackData>;
  export const CreateForumThreadRequestSchema: ZodMiniType<{
    readonly name: string;
    readonly message: APIInteractionResponseCallbackData;
  }>;
  export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<{ readonly name: string }>;
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
}
